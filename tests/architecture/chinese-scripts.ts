/**
 * Characters of the glossary and of everyday screen words, simplified before traditional.
 * Only pairs where neither form is right in the other script.
 */
const PAIRS =
  '户戶体體个個级級钻鑽战戰潜潛问問题題权權锚錨点點阈閾门門规規则則钱錢额額机機会會评評购購买買卖賣场場计計' +
  '标標动動发發态態满滿调調访訪预預盘盤数數据據导導历歷设設选選择擇订訂单單产產类類别別删刪关關闭閉开開启啟' +
  '显顯时時间間语語货貨币幣净淨总總应應业業务務报報错錯误誤确確认認创創从從变變线線图圖载載传傳输輸页頁项項' +
  '没沒无無为為与與还還将將进進过過这這样樣实實对對当當结結条條记記录錄经經负負责責联聯贡貢献獻费費价價质質' +
  '链鏈仓倉库庫宽寬压壓缩縮键鍵护護备備复復编編辑輯筛篩询詢称稱号號码碼邮郵电電话話网網络絡离離连連区區国國' +
  '际際优優势勢强強现現状狀趋趨较較减減长長队隊协協议議谈談谁誰让讓请請谢謝欢歡软軟种種节節约約组組细細终終' +
  '绩績续續维維红紅绿綠专專东東两兩严嚴临臨书書亏虧仅僅众眾储儲册冊写寫决決办辦华華厂廠参參双雙听聽响響团團' +
  '围圍块塊坏壞处處够夠头頭学學审審寻尋层層属屬师師帐帳带帶帮幫广廣废廢异異张張归歸径徑扩擴执執扫掃担擔换換' +
  '损損断斷旧舊检檢测測济濟浏瀏灵靈热熱环環画畫盖蓋竞競简簡纪紀纯純纳納统統继繼缓緩罚罰脑腦脚腳营營虽雖装裝' +
  '视視觉覺证證识識诉訴试試该該详詳读讀账賬败敗贴貼资資赖賴赠贈轮輪转轉运運适適递遞遗遺释釋针針铁鐵银銀锁鎖' +
  '镜鏡闲閒阅閱阶階陈陳险險隐隱难難顺順须須顾顧频頻颜顏风風验驗鲜鮮黄黃齐齊'

/** Traditional forms whose simplified counterpart is also a traditional character of its own. */
const TRADITIONAL_ALONE = '後裡麼於週採劃檻餘製鬆徵範願準齡'

const characters = [...PAIRS]

export const SIMPLIFIED_ONLY = new Set(characters.filter((_, index) => index % 2 === 0))
export const TRADITIONAL_ONLY = new Set([
  ...characters.filter((_, index) => index % 2 === 1),
  ...TRADITIONAL_ALONE,
])

/** Languages are named in their own script, whatever the script around them. */
const LANGUAGE_NAMES = /简体中文|繁體中文/g

/** The characters of `text` that belong to the other script. */
export function foreignCharacters(text: string, foreign: ReadonlySet<string>): string[] {
  return [...new Set(text.replace(LANGUAGE_NAMES, ''))].filter((character) => foreign.has(character))
}
