/// Finds the shortest reply time that a text names, in the words of any of the six languages.
///
/// Blind spots: clock times ("by 5 pm") and dates are no reply times. A time of the past ("within the last 24 hours")
/// is none.
enum ReplyTime {
  /// Longer than sixty days is no reply time.
  private static let longest: Int32 = 86_400

  /// The shortest demanded time in minutes, nil where none is named.
  ///
  /// Complexity: O(n) in the tokens.
  static func shortest(in tokens: [Token], table: borrowing WordTable) -> Int32? {
    var shortest: Int32?
    var asksForAnswer = false
    for index in tokens.indices {
      if tokens[index].startsSentence { asksForAnswer = false }
      guard let word = table.knowledge[Int(tokens[index].entry)].reply else { continue }
      var reach = 0
      switch word.part {
      case .answer: asksForAnswer = true
      case .opener: reach = 8
      case .weakOpener: reach = asksForAnswer ? 3 : 0
      case .possession: reach = 3
      default: break
      }
      guard reach > 0, !follows(past: index, in: tokens, table: table) else { continue }
      if let minutes = span(after: index, reach: reach, bare: word.part == .opener, in: tokens, table: table),
        minutes <= longest
      {
        shortest = min(shortest ?? minutes, minutes)
      }
    }
    return shortest
  }

  /// Reads number and unit behind the opener.
  private static func span(
    after opener: Int, reach: Int, bare: Bool, in tokens: [Token], table: borrowing WordTable
  ) -> Int32? {
    var tenths: Int32?
    var isArticle = false
    var fraction: Int32?
    var fillers = 0
    var index = opener + 1
    while index < tokens.count, index <= opener + reach, !tokens[index].startsSentence {
      let token = tokens[index]
      if token.entry == WordMask.number.rawValue {
        guard token.tenths > 0 else { return nil }
        if tenths == nil || isArticle { (tenths, isArticle) = (token.tenths, false) }
        index += 1
        continue
      }
      let reply = table.knowledge[Int(token.entry)].reply
      switch reply?.part {
      case .past: return nil
      case .number:
        let amount = reply?.amount ?? 0
        if let known = tenths, !isArticle {
          // Twenty-four, forty eight.
          if known >= 200, known % 100 == 0, amount < 100, !isDigits(tokens[index - 1]) { tenths = known + amount }
        } else {
          (tenths, isArticle) = (amount, false)
        }
      case .article:
        if tenths == nil { (tenths, isArticle) = (reply?.amount, true) }
      case .fraction: fraction = reply?.amount
      case .span: return refersBack(from: index, in: tokens, table: table) ? nil : reply?.amount
      case .unit, .singleHour:
        let unit = reply?.amount ?? 0
        guard !refersBack(from: index, in: tokens, table: table) else { return nil }
        if let fraction, unit == 60 {
          // Half an hour; three quarters of an hour.
          return isArticle || tenths == nil ? fraction : fraction * (tenths ?? 10) / 10
        }
        if let tenths { return Int32(clamping: Int64(tenths) * Int64(unit) / 10) }
        return bare && reply?.part == .singleHour ? unit : nil
      default:
        fillers += 1
        if fillers > 3 { return nil }
      }
      index += 1
    }
    return nil
  }

  private static func isDigits(_ token: Token) -> Bool { token.entry == WordMask.number.rawValue }

  /// Whether the word before the opener puts it into the past: "vor weniger als zwei Stunden".
  private static func follows(past index: Int, in tokens: [Token], table: borrowing WordTable) -> Bool {
    index > 0 && !tokens[index].startsSentence
      && table.knowledge[Int(tokens[index - 1].entry)].reply?.part == .past
  }

  /// Whether the word behind the unit turns it back: "ago", "before", "precedenti".
  private static func refersBack(from index: Int, in tokens: [Token], table: borrowing WordTable) -> Bool {
    let next = index + 1
    guard next < tokens.count, !tokens[next].startsSentence else { return false }
    return table.knowledge[Int(tokens[next].entry)].reply?.part == .past
  }
}
