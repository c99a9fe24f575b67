import Statistics

/// Mail providers where anyone can have an address; the names before the `@` are random letters.
enum FreeMail {
  static func pick(_ random: inout SeededGenerator) -> String {
    random.pick(["gmail.com", "proton.me", "outlook.com", "yahoo.com", "tutanota.com", "mail.com"])
  }
}
