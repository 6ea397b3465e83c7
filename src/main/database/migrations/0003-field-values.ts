/**
 * Version 3: the values of a custom field beside the accounts of a list, read from one index in the order of the
 * parties.
 */
export const fieldValuesMigration = `
DROP INDEX custom_value_by_field;
CREATE INDEX custom_value_by_field ON custom_value (field_id, party_id, is_deleted, value);
`
