extension LexiconWords {
  static let portuguese = LexiconWords(
    urgency: "urgent", threat: "", secrecy: "", deadline: "", payment: "", pressure: "")
}
