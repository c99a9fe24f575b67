/// Texts that attackers write into requests, each made to break out of one kind of rendering.
enum InjectionCorpus {
  static let texts: [String] = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    // A quotation mark and an angle bracket that carry combining marks: one grapheme cluster each.
    "\"\u{301} onclick=\"\u{301}alert(1)",
    "<\u{338}/td><\u{20E3}script\u{301}>",
    "\u{600}<script\u{200D}>\u{600}\"\u{FE0F} x=\u{600}'",
    "</title><svg/onload=alert(1)>",
    "<!-- ]]> --><iframe src=//evil.example>",
    "};body{background:url(https://evil.example/x)}/*",
    "{{pageTitle}}{{{pageLead}}}{{>card}}{{#sections}}",
    "&lt;script&gt;&#60;b&#62;",
    "[click](https://evil.example) ![x](http://evil.example/p.png)",
    "<https://evil.example> www.evil.example mailto:a@evil.example",
    "javascript:alert(1) ftp://evil.example/x",
    "| a | b |\n|---|---|\n| c | d |",
    "# heading\n* item\n> quote\n```\ncode\n```",
    "1. one **bold** _it_ ~~no~~ `code` $x$",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1",
    "a,b;c\"d\r\ne",
    "\u{1B}[2J\u{1B}]8;;http://evil.example\u{7}x\u{9B}31m",
    "\u{202E}gpj.exe\u{2066}\u{2069}\u{200F}\u{61C}",
    "nul\u{0}byte\u{8}\u{7F}\u{85}\u{2028}\u{2029}",
    "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}",
    "\u{FEFF}\u{E0041}\u{FFFE}\u{10FFFF}",
    String(repeating: "A", count: 5_000),
    "\\", "\"", "{\"a\":1}", "",
  ]

  /// Scalars that no rendering for people may hold.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
