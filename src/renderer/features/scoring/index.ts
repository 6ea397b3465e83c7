export { ScoringPage } from './ScoringPage.tsx'
