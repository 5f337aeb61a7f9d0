// The search, in a worker. Material's script sends it the entries and each query, and shows what it answers.
// A word is found in any spelling that a reader may type: without accents, in another case, or in another alphabet. So each
// word of an entry is kept in several forms, and each word of a query is looked up in several forms.
// Not found: Arabic and Hebrew names in Latin letters, Chinese in pinyin or in the other set of characters, and what a language
// spells in a way of its own, such as Azerbaijani c, q and x for j, g and kh. Other spellings in the data help there.

// What a letter can become, first without its accents, or as it is romanised. Arabic and Hebrew letters become their plain form.
const ACCENTED = table("əa|e ıi øo|oe łl đd ðd þth æae œoe ßss ħh ŋn şs|sh șs|sh šs|sh çc|ch čc|ch ćc|ch ğg|gh öo|oe üu|ue|yu äa|ae åa|aa ёe|yo йy|i їi|yi");
const LETTERS = table(
  "аa бb вv гg|h ґg дd еe єye|e жz зz иi|y іi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ъ ыy|i ь эe юyu яya" +
  " әa|e қk ғg|gh ңn өo ұu үu һh ђdj|d јj|y љlj|l њnj|n ћc|ch џj|dj ѕdz" +
  " αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξks οo πp ρr σs ςs τt υy φf χh|ch ψps ωo ȣou|u" +
  " աa բb գg դd եe զz էe ըy|e թt ժz իi լl խh ծts կk հh ձdz ղgh|g ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf ѻvo|o" +
  " აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟz რr სs ტt უu ფp ქk ღgh|g ყq|k შsh ჩch ცts ძdz წts ჭch ხh ჯj ჰh ჲi|" +
  " ٱا ىي یي کك ةه ہه ھه ەه ء ـ ךכ םמ ןנ ףפ ץצ");
// Letters whose sound depends on their neighbours get a sign of their own: е as "ye", дж as "j", ου as "ou". Georgian names end in -i.
const NEIGHBOURS = [[/(^|[аеиіоуыэюяьъ])е/g, "$1є"], [/дж/g, "џ"], [/ου/g, "ȣ"], [/([αε])υ/g, "$1β"], [/^μπ/, "b"],
  [/ու/g, "u"], [/^ե/, "є"], [/^ո/, "ѻ"], [/ი$/, "ჲ"]];
// Romanised names differ in these: Aliyev and Aliev, Pashinyan and Pashinian, Mikhail and Mihail, Sergey and Sergei.
const ROMANISED = [[/dzh/g, "j"], [/kh/g, "h"], [/zh/g, "z"], [/x/g, "ks"], [/^ye(?=[klnrv])/, "e"], [/([aeiou])ye/g, "$1e"],
  [/[iy][iy]$/, "y"], [/ey$/, "ei"], [/y(?=[aou])/g, "i"], [/([aeou])y(?=[b-df-hj-np-tv-xz])/g, "$1i"]];
// Arabic writes the article as a part of the word. Most scripts have digits of their own, in the same order.
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/;
const ZEROS = [..."0٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐"];
const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;

// Apostrophes, Armenian signs and invisible characters stand inside words. The texts of entries are HTML.
const INSIDE = "&#39;|['’‘`´·՚-՟׳״\\u00ad\\u200b-\\u200f\\u2060\\ufeff]", LETTER = "[\\p{L}\\p{M}\\p{N}]";
const WORD = new RegExp(`${LETTER}+(?:(?:${INSIDE})+${LETTER}+)*|&#?\\w+;`, "gu");
const APOSTROPHE = /&#39;|['’‘ʼ`´]/;
const UNSPACED = /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}ー]+)/u;
const LONGEST_UNSPACED = 24, MOST_FORMS = 32, MOST_WORDS = 40;

// A word counts more in a title. Not so much more that this would hide statements that contain the words of the query.
const FIELDS = [["title", 2], ["text", 1]];

let entries, articles, places;

function table(text) {
  return new Map(text.split(" ").filter(Boolean).map((entry) => [entry[0], entry.slice(1).split("|")]));
}

function replaceAll(text, rules) {
  return rules.reduce((changed, [old, fresh]) => changed.replace(old, fresh), text);
}

// All ways to write words with other letters. The same letter becomes the same everywhere in a word.
function rewritten(words, letters) {
  for (const [letter, ways] of letters) {
    if (words[0].includes(letter)) words = words.flatMap((word) => ways.map((way) => word.replaceAll(letter, way))).slice(0, MOST_FORMS);
  }
  return words;
}

function asWritten(word) {
  const letters = word.toLowerCase().normalize("NFKC").replace(/&#39;|[^\p{L}\p{M}\p{N}]/gu, "");
  return letters.replace(/\p{Nd}/gu, (digit) => digit.codePointAt() - ZEROS.findLast((zero) => zero <= digit).codePointAt());
}

// The forms of a word: as it is written, then without accents and romanised.
const known = new Map();
function formsOf(word) {
  if (known.has(word)) return known.get(word);
  const written = asWritten(word);
  const plain = rewritten([...new Set([written, written.replace(ARABIC_ARTICLE, "")])], ACCENTED)
    .map((form) => replaceAll(form.normalize("NFKD").replace(ACCENTS, ""), NEIGHBOURS));
  const roman = plain.flatMap((form) => rewritten([form], LETTERS)).slice(0, MOST_FORMS);
  const parts = word.split(APOSTROPHE).filter((part) => part.length > 1);
  const forms = [written, ...roman, ...roman.map((form) => replaceAll(form, ROMANISED))];
  if (parts.length && parts[0] !== word) forms.push(...parts.flatMap(formsOf));
  known.set(word, [...new Set(forms)].filter(Boolean));
  return known.get(word);
}

// The words of a text, each with its place. Scripts that write no blanks give one long word, marked as such.
function* wordsOf(text) {
  for (const {0: found, index} of text.matchAll(WORD)) {
    let start = index;
    if (!found.startsWith("&")) for (const [odd, word] of found.split(UNSPACED).entries()) {
      if (word) yield {word, start, isUnspaced: odd % 2 === 1};
      start += word.length;
    }
  }
}

function setUp(docs) {
  [entries, places, articles] = [docs, new Map(), new Map()];
  for (const [number, entry] of docs.entries()) {
    if (!entry.location.includes("#")) articles.set(entry.location, entry);
    for (const [field] of FIELDS) for (const {word, start, isUnspaced} of wordsOf(entry[field])) {
      if (!isUnspaced) keep(formsOf(word), {number, field, start, end: start + word.length});
      // A word can start at every letter.
      else for (let at = 0; at < word.length; at++) {
        keep([asWritten(word.slice(at, at + LONGEST_UNSPACED))], {number, field, start: start + at});
      }
    }
  }
}

function keep(forms, place) {
  for (const form of forms) places.has(form) ? places.get(form).push(place) : places.set(form, [place]);
}

// Where a word of a query is, by entry, with the weight of each place: whole words count more than their beginnings. The
// beginning of a number is not meant: "20" is not "2023".
function lookUp({word, isUnspaced}) {
  const forms = isUnspaced ? [asWritten(word)] : formsOf(word), found = new Map();
  const isWhole = /^\p{N}{1,2}$/u.test(word);
  for (const [key, here] of places) {
    const which = forms.findIndex((form) => isWhole ? key === form : key.startsWith(form));
    if (which < 0) continue;
    const weight = (key === forms[which] ? 1 : 0.7) * (which ? 0.9 : 1);
    for (const place of here) {
      const end = place.end ?? place.start + word.length;
      if (!found.has(place.number)) found.set(place.number, []);
      found.get(place.number).push({...place, end, weight});
    }
  }
  return {word, found, rarity: Math.log(1 + entries.length / (found.size || 1))};
}

// The words of a query. What no entry contains as a whole is split into words, if the browser knows how. Short words that are
// everywhere, such as "the", only matter alone.
function asked(query) {
  const words = [...wordsOf(query)].slice(0, MOST_WORDS).map(lookUp).flatMap((one) => {
    if (one.found.size || !UNSPACED.test(one.word) || !Intl.Segmenter) return [one];
    const parts = new Intl.Segmenter(undefined, {granularity: "word"}).segment(one.word);
    return [...parts].map(({segment}) => lookUp({word: segment, isUnspaced: true}));
  });
  const telling = words.filter(({word, found}) => word.length > 4 || found.size <= entries.length / 5);
  return telling.length ? telling : words;
}

// Marks places in a text. Places that overlap or touch get one mark.
function marked(text, spans) {
  const merged = [];
  for (const {start, end} of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({start, end});
  }
  let html = "", at = 0;
  for (const {start, end} of merged) {
    html += `${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
  }
  return html + text.slice(at);
}

// An entry as Material shows it, with its score. Words that are nowhere in it are listed, unless they are common.
function result(number, words) {
  const entry = {...entries[number], score: 0, terms: {}};
  let covered = 0, all = 0;
  for (const {word, found, rarity} of words) {
    const spans = found.get(number) ?? [];
    for (const [field, boost] of FIELDS) {
      entry.score += boost * rarity * Math.max(0, ...spans.filter((span) => span.field === field).map(({weight}) => weight));
    }
    // Material marks these words on the page, in any case, but no apostrophe of HTML, and a letter within every word.
    const seen = spans.flatMap(({field, start, end}) => entries[number][field].slice(start, end).split("&#39;"));
    for (const one of new Map(seen.map((one) => [one.toLowerCase(), one])).values()) {
      if (one.length > 1 || UNSPACED.test(one)) entry.terms[one] = true;
    }
    if (!spans.length && rarity > Math.log(10)) entry.terms[word] = false;
    covered += spans.length ? rarity : 0;
    all += rarity;
  }
  for (const [field] of FIELDS) {
    const spans = words.flatMap(({found}) => found.get(number) ?? []).filter((span) => span.field === field);
    entry[field] = marked(entry[field], spans);
  }
  entry.score *= (covered / all) ** 2 * (entry.boost ?? 1);
  return entry;
}

// The entries that contain a word of the query, by page, the best first. Each page comes with its own entry.
function search(query) {
  const words = asked(query), pages = new Map();
  const numbers = new Set(words.flatMap(({found}) => [...found.keys()]));
  for (const item of [...numbers].map((number) => result(number, words)).sort((a, b) => b.score - a.score)) {
    const [page] = item.location.split("#");
    pages.has(page) ? pages.get(page).push(item) : pages.set(page, [item]);
  }
  for (const [page, items] of pages) {
    const own = articles.get(page);
    if (own && !items.some(({location}) => location === page)) items.push({...own, score: 0, terms: {}});
  }
  return {items: [...pages.values()]};
}

// Material's messages: 0 is the set-up, and 1 says that it is done; 2 is a query, and 3 its result. The entries are loaded with
// the first query, since most readers of a page do not search. If that fails, the next query tries again.
let loading, latest;
addEventListener("message", async ({data: {type, data}}) => {
  if (type === 0) {
    postMessage({type: 1});
    return;
  }
  latest = data;
  if (data) await (loading ??= load());
  if (data === latest) postMessage({type: 3, data: data ? search(data) : {items: []}});
});

async function load() {
  try {
    setUp(await (await fetch("../search/entries.json")).json());
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
