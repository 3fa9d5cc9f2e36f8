import { hasMixedWord } from './free-form.ts'

/**
 * What people say to machines and hardly ever to readers, in many languages. It need not be complete (the gate stands
 * behind it) nor precise: an article that matches is told in its own words, and loses nothing by that.
 */
const TO_MACHINES = new RegExp(
  [
    String.raw`\b(?:ignor\w*|disregard\w*|forget\w*|overrid\w*|bypass\w*)\b.{0,40}\b(?:instruction|direction|rule|prompt|order|guideline|command|above|previous|prior)`,
    String.raw`\b(?:previous|prior|above|new|following|hidden|secret|developer|system|your|these)\s+(?:instructions?|prompts?|system message|directives?)\b`,
    String.raw`\bsystem\s?prompt|\bprompt\b.{0,20}\b(?:inject|leak|reveal|print)|\bjailbreak|\bdeveloper mode`,
    String.raw`\b(?:language model|large language|chatbots?|AI (?:assistants?|models?|systems?|agents?|readers?|summari[sz]ers?)|assistant:|system:|user:|LLMs?\b|GPT-?\d|ChatGPT)`,
    String.raw`\b(?:you are|you're|act as|pretend to be|behave as) (?:now |an? |the )?(?:AI|assistant|bot|chatbot|model|DAN|unrestricted|free)`,
    String.raw`\byour (?:summary|summaries|bullets?|bullet points?|digest|output|response|reply|answer)\b|\b(?:the|this|each|every|any) (?:summary|summaries|bullet points?|digest|output)\b`,
    String.raw`\b(?:summari[sz]e|summari[sz]er|summari[sz]ing)\b`,
    String.raw`(?:^|[.!?:;]\s+)\W*(?:please |now |then |and |just )*(?:write|say|state|print|output|reply|respond|answer|repeat|return|report|include|insert|append|add|post|translate|decode|execute|tell)\b(?: only| just| exactly| back| out| with| that| this| the following| the words?| verbatim)*\s*[:“"'«]`,
    String.raw`^\W*(?:please |now |then |always |never |instead,? )?(?:write|print|output|reply|respond|repeat|return|append|insert|decode|execute|translate|claim|announce|pretend|replace|note|mark|treat|use|reveal|show|send|post|tag|ping|mention|click|visit|open)(?![\w-])(?! of\b)`,
    String.raw`\b(?:must|should|shall|please|kindly|need to|have to) (?:\w+ )?(?:write|say|state|print|output|reply|respond|answer|repeat|return|report|include|insert|append|post|translate|decode|summari)\w*\b`,
    String.raw`\bbase64|\brot13|\bJSON\b|"(?:bullets|text|sentences|role|content)"\s*:|\bsentences? (?:no|number|\d)|\[\d{1,3}\]|</\w+>|<(?:system|user|assistant|instructions?|prompt|data|sentences?)>|<\||\|>|\[/?INST\]|###|\bAPI.?key`,
    String.raw`ignorier\w*.{0,40}(?:anweisung|anordnung|befehl|regel|oben|bisherig|vorherig)|systemprompt|sprachmodell|KI-?(?:assistent|modell|system|leser)\w*|(?:schreib|antwort|gib|wiederhol|fass)\w*\b.{0,25}(?:zusammen|nur|aus|[:„“"])`,
    String.raw`ignore[zr]?\b.{0,40}(?:instructions?|consignes?|règles?|précédent|ci-dessus)|modèle de langage|invite système|(?:écri[vst]\w*|répond\w*|répète\w*|affiche\w*|dites|résum\w*)\b.{0,25}(?:[:«“"]|que\b|seulement|uniquement)`,
    String.raw`ignor[aeo]\w*\b.{0,40}(?:instruccion|instruç|istruzion|regla|regra|regol|anterior|precedent)|modelo de (?:lenguaje|linguagem)|modello linguistico|(?<!\p{L})(?:escrib[ae]n?|escreva|escreve|scriv[ai]|respond[ae]|rispondi|repit[ae]|repete|ripeti|resum[ae]|riassumi)\b.{0,25}(?:[:«“"]|que\b|che\b|sol[oa]|apenas|solamente)`,
    String.raw`negeer\w*.{0,40}instructie|taalmodel|ignorera.{0,40}instruktion|språkmodell|ignorer.{0,40}instruk|sprogmodel|språkmodell|ohita.{0,40}ohje|kielimall`,
    String.raw`(?:za|z)?ignoruj\w*|językow\w* model|model\w* językow|jazykov\w* model|nesprávn\w* pokyn|figyelmen kívül|nyelvi modell|ignoră\w*|önceki talimat|talimatları|dil modeli|yapay zek|abaikan.{0,30}(?:instruksi|perintah)|bỏ qua.{0,30}(?:hướng dẫn|chỉ dẫn)`,
    String.raw`игнорир\w*|проигнорируй|забудь|инструкци|системн\p{L}* (?:промпт|подсказк|сообщени)|языков\p{L}* модел|нейросет|(?:напиши|напишите|ответь|ответьте|выведи|выведите|повтори|повторите)|ігнору|проігноруй|мовн\p{L}* модел|забудьте|інструкці`,
    '忽略|无视|無視|指令|指示|提示词|系统提示|語言模型|语言模型|言語モデル|プロンプト|要約|输出|输入|回复|回答|무시|지시|프롬프트|언어 모델|출력',
    'تجاهل|التعليمات|نموذج لغوي|اكتب|התעלם|הוראות|מודל שפה|अनदेखा|निर्देश|भाषा मॉडल|ละเว้น|คำสั่ง|αγνόησε|αγνοήστε|οδηγίες|γλωσσικό μοντέλο|উপেক্ষা|நிராகரி',
  ].join('|'),
  'imu',
)

/** Encoded text: a long run of figures and letters of both cases. */
const ENCODED =
  /(?<![\w/.-])(?=[A-Za-z+/_-]*\d)(?=[\d+/_-]*[A-Za-z])(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/_-]{20,}={0,2}/u
const HEXADECIMAL = /(?:\\x[0-9a-f]{2}|%[0-9a-f]{2}|&#x?[0-9a-f]+;|\\u[0-9a-f]{4}){3,}|\b(?:[0-9a-f]{2}[\s:]){6,}/iu
const SPACED_OUT = /(?<![\p{L}])(?:\p{L}[\s.·_-]){5,}\p{L}(?![\p{L}])/u
/** Characters that nobody sees: tags, variation selectors of the supplement, joiners between Latin letters. */
const UNSEEN = /[\u{e0000}-\u{e01ef}]|[a-z][\u200c\u200d][a-z]|[\u2061-\u2064\u180e\u3164\uffa0]/iu

/** Letters of other alphabets, full width and mathematical ones, written as the plain ones that they imitate. */
const plainLetters = (text: string): string => text.normalize('NFKC').replaceAll(/[\u0300-\u036f]/gu, '')

/**
 * True when a text, or a part of it, speaks to a program that reads it, or hides what it says from people: such a text is
 * shown to no language model.
 */
export function speaksToMachines(text: string): boolean {
  if (UNSEEN.test(text) || hasMixedWord(text)) return true
  const plain = plainLetters(text)
  return TO_MACHINES.test(plain) || ENCODED.test(plain) || HEXADECIMAL.test(plain) || SPACED_OUT.test(plain)
}
