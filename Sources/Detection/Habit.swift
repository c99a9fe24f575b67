/// A way in which forged requests are known to be made.
///
/// The forger model is a mixture of these.
///
/// Every habit is public knowledge of the crime; none is fitted to a simulator. A look says, per habit, how probable
/// what it sees would be; the looks are then judged jointly, habit by habit.
package enum Habit: Int, CaseIterable, Sendable {
  /// A stolen mailbox used from another part of the world: mail, at odd local hours, an emergency, pressure.
  case nightMail
  /// A stolen portal account in office hours, little pressure.
  case officePortal
  /// A forged subpoena, warrant or assistance request instead of an emergency.
  case legalProcess
  /// A genuine letter of the victim, copied; only whom and what it asks about is the thief's.
  case copiedLetter
  /// Many requests at once from an account that was quiet, after a probe or two.
  case harvest
  /// A mailbox made for the purpose: new inside a genuine domain, or at a look-alike domain.
  case newIdentity
  /// Money: freezes and payment data.
  case assetFreeze
  /// One request now and then from a busy account, in office hours.
  case patientBuyer

  /// The name in model files.
  package var name: String { Habit.names[rawValue] }
  private static let names = Habit.allCases.map { habit in
    "\(habit)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

/// One number per habit, in the order of `Habit`.
package typealias HabitVector = SIMD8<Double>

// Number by number: a comparison of whole vectors goes through memory.
extension SIMD8 where Scalar == Double {
  /// Whether all habits stand alike.
  @inlinable @inline(__always) package var isUniform: Bool {
    self[0] == self[1] && self[1] == self[2] && self[2] == self[3] && self[3] == self[4] && self[4] == self[5]
      && self[5] == self[6] && self[6] == self[7]
  }

  @inlinable @inline(__always) package var isZero: Bool { self[0] == 0 && isUniform }
}
