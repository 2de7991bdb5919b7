// Writes unicode-tables.txt from the Unicode data of the Node.js that runs it: `node unicode-tables.mjs > unicode-tables.txt`.
// A line is a name, a tab, and ranges: distance from the end of the range before (base 36), '-' and the length less one where it is not 0.

const scripts = `Adlam Adlm,Ahom,Anatolian_Hieroglyphs Hluw,Arabic Arab,Armenian Armn,Avestan Avst,Balinese Bali,Bamum Bamu,Bassa_Vah Bass,
Batak Batk,Bengali Beng,Bhaiksuki Bhks,Bopomofo Bopo,Brahmi Brah,Braille Brai,Buginese Bugi,Buhid Buhd,Canadian_Aboriginal Cans,
Carian Cari,Caucasian_Albanian Aghb,Chakma Cakm,Cham,Cherokee Cher,Chorasmian Chrs,Common Zyyy,Coptic Copt,Cuneiform Xsux,
Cypriot Cprt,Cyrillic Cyrl,Deseret Dsrt,Devanagari Deva,Dives_Akuru Diak,Dogra Dogr,Duployan Dupl,Egyptian_Hieroglyphs Egyp,
Elbasan Elba,Elymaic Elym,Ethiopic Ethi,Georgian Geor,Glagolitic Glag,Gothic Goth,Grantha Gran,Greek Grek,Gujarati Gujr,
Gunjala_Gondi Gong,Gurmukhi Guru,Han Hani,Hangul Hang,Hanifi_Rohingya Rohg,Hanunoo Hano,Hatran Hatr,Hebrew Hebr,Hiragana Hira,
Imperial_Aramaic Armi,Inherited Zinh,Inscriptional_Pahlavi Phli,Inscriptional_Parthian Prti,Javanese Java,Kaithi Kthi,Kannada Knda,
Katakana Kana,Kayah_Li Kali,Kharoshthi Khar,Khitan_Small_Script Kits,Khmer Khmr,Khojki Khoj,Khudawadi Sind,Lao Laoo,Latin Latn,
Lepcha Lepc,Limbu Limb,Linear_A Lina,Linear_B Linb,Lisu,Lycian Lyci,Lydian Lydi,Mahajani Mahj,Makasar Maka,Malayalam Mlym,
Mandaic Mand,Manichaean Mani,Marchen Marc,Masaram_Gondi Gonm,Medefaidrin Medf,Meetei_Mayek Mtei,Mende_Kikakui Mend,
Meroitic_Cursive Merc,Meroitic_Hieroglyphs Mero,Miao Plrd,Modi,Mongolian Mong,Mro Mroo,Multani Mult,Myanmar Mymr,Nabataean Nbat,
Nandinagari Nand,New_Tai_Lue Talu,Newa,Nko Nkoo,Nushu Nshu,Nyiakeng_Puachue_Hmong Hmnp,Ogham Ogam,Ol_Chiki Olck,Old_Hungarian Hung,
Old_Italic Ital,Old_North_Arabian Narb,Old_Permic Perm,Old_Persian Xpeo,Old_Sogdian Sogo,Old_South_Arabian Sarb,Old_Turkic Orkh,
Oriya Orya,Osage Osge,Osmanya Osma,Pahawh_Hmong Hmng,Palmyrene Palm,Pau_Cin_Hau Pauc,Phags_Pa Phag,Phoenician Phnx,
Psalter_Pahlavi Phlp,Rejang Rjng,Runic Runr,Samaritan Samr,Saurashtra Saur,Sharada Shrd,Shavian Shaw,Siddham Sidd,SignWriting Sgnw,
Sinhala Sinh,Sogdian Sogd,Sora_Sompeng Sora,Soyombo Soyo,Sundanese Sund,Syloti_Nagri Sylo,Syriac Syrc,Tagalog Tglg,Tagbanwa Tagb,
Tai_Le Tale,Tai_Tham Lana,Tai_Viet Tavt,Takri Takr,Tamil Taml,Tangut Tang,Telugu Telu,Thaana Thaa,Thai,Tibetan Tibt,Tifinagh Tfng,
Tirhuta Tirh,Ugaritic Ugar,Vai Vaii,Wancho Wcho,Warang_Citi Wara,Yezidi Yezi,Yi Yiii,Zanabazar_Square Zanb`
  .split(",").map(names => names.trim().split(" "));

function ranges(test) {
  const parts = [];
  for (let codePoint = 0, previous = 0, start = -1; codePoint <= 0x110000; codePoint++) {
    const matches = codePoint <= 0x10ffff && test(codePoint);
    if (matches && start < 0) start = codePoint;
    if (!matches && start >= 0) {
      const more = codePoint - 1 - start;
      parts.push((start - previous).toString(36) + (more > 0 ? "-" + more.toString(36) : ""));
      previous = codePoint;
      start = -1;
    }
  }
  return parts.join(" ");
}

const property = name => {
  const expression = new RegExp(`^\\p{${name}}$`, "u");
  return codePoint => expression.test(String.fromCodePoint(codePoint));
};

// RFC 5892 section 3: PVALID. Exceptions are those of section 2.6; G (backward compatibility) is empty.
const exceptionsValid = new Set([0xdf, 0x3c2, 0x6fd, 0x6fe, 0xf0b, 0x3007]);
const exceptionsDisallowed = new Set(
  [0x640, 0x7fa, 0x302e, 0x302f, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303b, 0xb7, 0x375, 0x5f3, 0x5f4, 0x30fb]);
const letterDigit = /^[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]$/u;
const ignorable = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Noncharacter_Code_Point}]$/u;
const within = (codePoint, first, last) => codePoint >= first && codePoint <= last;
const oldHangul = codePoint => within(codePoint, 0x1100, 0x11ff) || within(codePoint, 0xa960, 0xa97c) || within(codePoint, 0xd7b0, 0xd7fb);
const ignorableBlock = codePoint =>
  within(codePoint, 0x20d0, 0x20ff) || within(codePoint, 0x1d100, 0x1d1ff) || within(codePoint, 0x1d200, 0x1d24f);

function isValidInIdna(codePoint) {
  const text = String.fromCodePoint(codePoint);
  if (exceptionsValid.has(codePoint)) return true;
  if (exceptionsDisallowed.has(codePoint) || within(codePoint, 0x660, 0x669) || within(codePoint, 0x6f0, 0x6f9)) return false;
  if (codePoint < 0x80) return /^[a-z0-9-]$/.test(text);
  if (codePoint === 0x200c || codePoint === 0x200d || within(codePoint, 0xd800, 0xdfff)) return false;
  if (text.normalize("NFKC").toLowerCase().normalize("NFKC") !== text) return false;
  return !ignorable.test(text) && !ignorableBlock(codePoint) && !oldHangul(codePoint) && letterDigit.test(text);
}

console.log(`# Unicode ${process.versions.unicode}, written by generate.mjs`);
for (const names of scripts) console.log(`${names.join(" ")}\t${ranges(property(`Script=${names[0]}`))}`);
for (const name of ["Alphabetic", "Lowercase", "Uppercase", "Emoji"]) console.log(`:${name}\t${ranges(property(name))}`);
console.log(`:IdnaValid\t${ranges(isValidInIdna)}`);
