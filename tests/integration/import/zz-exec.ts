import { createImportWorkspace } from './import-workspace.ts'
const csv = '/tmp/orderbench/million.csv'
const w = createImportWorkspace('CNY')
const full = { customerNumber: 'Customer No', customerName: 'Customer', country: 'Country', orderNumber: 'Order No', orderedOn: 'Date', productCode: 'Product', productName: 'Product name', category: 'Category', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Amount' }
const sq = w.database.sqlite, exec = sq.exec.bind(sq)
const cpu = () => { const c = process.cpuUsage(); return (c.user + c.system) / 1000 }
;(sq as any).exec = (s: string) => { const t = performance.now(), c = cpu(); exec(s); const d = performance.now() - t; if (d > 20) console.log(s.slice(0, 60), 'wall', d | 0, 'cpu', cpu() - c | 0); return sq }
const c = cpu(), t = performance.now()
await w.commit(csv, { mapping: full })
console.log('all wall', performance.now() - t | 0, 'cpu', cpu() - c | 0)
w.close()
