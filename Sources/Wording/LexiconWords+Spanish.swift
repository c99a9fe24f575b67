extension LexiconWords {
  static let spanish = LexiconWords(urgency: "urgent", threat: "", secrecy: "", deadline: "", payment: "", pressure: "")
}
