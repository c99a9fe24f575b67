extension LexiconWords {
  static let italian = LexiconWords(urgency: "urgent", threat: "", secrecy: "", deadline: "", payment: "", pressure: "")
}
