/// Numbers as people read them in reports: fixed decimals, thousands apart, no locale.
package enum Figure {
  /// `1,234,567`.
  package static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (number < 0 ? "−" : "") + grouped
  }

  /// Fixed decimals, ties away from zero: `decimal(2.5, 2)` is `2.50`.
  ///
  /// Not-a-number is `n/a`, infinities `∞`.
  package static func decimal(_ number: Double, _ digits: Int) -> String {
    guard !number.isNaN else { return "n/a" }
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (number.magnitude * factor).rounded()
    guard scaled < 9e15 else { return (number < 0 ? "−" : "") + "∞" }
    let whole = Int(scaled)
    let sign = number < 0 && whole > 0 ? "−" : ""
    guard digits > 0 else { return sign + count(whole) }
    let unit = Int(factor)
    return sign + count(whole / unit) + "." + padded(whole % unit, digits)
  }

  /// With its sign, as contributions are shown: `+2.3`, `−0.4`, `0.0`.
  package static func signed(_ number: Double, _ digits: Int = 1) -> String {
    let text = decimal(number, digits)
    return number > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  /// `12.5 %`.
  package static func percent(_ share: Double, _ digits: Int = 1) -> String { decimal(share * 100, digits) + " %" }

  /// A probability with two significant digits: `0.25`, `0.0031`; below 10⁻⁶ `< 0.000001`.
  package static func probability(_ p: Double) -> String {
    guard p.isFinite else { return "n/a" }
    if p < 1e-6 { return "< 0.000001" }
    var digits = 2
    var bound = 0.1
    while p < bound, digits < 7 {
      digits += 1
      bound /= 10
    }
    return decimal(p, digits)
  }

  /// A level without trailing zeros: `0.01`, `0.005`.
  package static func level(_ p: Double) -> String {
    var text = probability(p)
    while text.hasSuffix("0"), text.contains("."), text.first?.isNumber == true { text.removeLast() }
    return text
  }

  /// A p-value as a frequency: `1 in 2,400`, rounded to two significant digits above a hundred.
  package static func oneIn(_ p: Double) -> String {
    guard p > 0, p.isFinite else { return "n/a" }
    return "1 in " + rounded(1 / p)
  }

  /// log2 odds as odds: `about 160 to 1`, `about 1 to 12`, `even`.
  package static func odds(bits: Double) -> String {
    guard bits.magnitude >= 0.07 else { return "even odds" }
    guard bits.magnitude < 40 else {
      return bits > 0 ? "more than a trillion to 1" : "1 to more than a trillion"
    }
    var ratio = 1.0
    for _ in 0..<Int(bits.magnitude) { ratio *= 2 }
    ratio *= powerOfTwo(bits.magnitude - bits.magnitude.rounded(.down))
    let text = ratio < 10 ? decimal(ratio, 1) : rounded(ratio)
    return bits > 0 ? "about \(text) to 1" : "about 1 to \(text)"
  }

  /// `1 alert`, `2 alerts`.
  package static func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
  }

  /// At most two significant digits above a hundred, whole below.
  private static func rounded(_ number: Double) -> String {
    var unit = 1.0
    while number / unit >= 100 { unit *= 10 }
    return decimal((number / unit).rounded() * unit, 0)
  }

  /// 2^x for x in 0 ..< 1 to seven digits by its Taylor series: the same on every processor.
  private static func powerOfTwo(_ x: Double) -> Double {
    let y = x * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for k in 1...12 {
      term *= y / Double(k)
      sum += term
    }
    return sum
  }
}
