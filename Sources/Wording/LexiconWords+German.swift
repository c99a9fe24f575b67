extension LexiconWords {
  static let german = LexiconWords(urgency: "urgent", threat: "", secrecy: "", deadline: "", payment: "", pressure: "")
}
