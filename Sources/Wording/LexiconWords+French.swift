extension LexiconWords {
  static let french = LexiconWords(urgency: "urgent", threat: "", secrecy: "", deadline: "", payment: "", pressure: "")
}
