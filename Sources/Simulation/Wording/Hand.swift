/// How a person writes: the template in use, own turns of phrase, care and haste.
struct Hand: Sendable {
  var language = Language.en
  /// The letter template: an agency's, or one that a forger bought.
  var template: UInt64 = 0
  /// The writer's own choices.
  var person: UInt64 = 0
  /// Share of the template's phrases that the writer has replaced by own choices.
  var rewriting = 0.1
  /// Mistyped words, of all words.
  var typos = 0.0
  var abbreviates = false
  /// Writes the subject, or the pressing sentences too, in capitals.
  var capitals: Capitals = .none
  var exclaims = false
  var dropsAccents = false
  /// Writes few lines, without the letter's trappings.
  var isTerse = false
  /// How hard the letter presses, 0 … 1: sets how many urgent sentences it has.
  var pressure = 0.4
  /// Chance of a sentence that asks for silence.
  var secrecy = 0.1
  /// Chance of a sentence of one's own outside the template.
  var aside = 0.1

  enum Capitals: UInt8, Sendable {
    case none, subject, shouting
  }
}

/// What a letter talks about beyond the fields of the request.
struct LetterFacts: Sendable {
  var officer = ""
  var victim = ""
  var age = 30
  var place = ""
  /// Whether a person in danger is named.
  var namesVictim = true
  var incidentPlace = ""
  /// The number printed in the signature.
  var phone = ""
  var localDay: Int32 = 0
}
