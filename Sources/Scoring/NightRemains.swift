/// What a closed night leaves behind in memory: thousands of objects that nobody asks for any more.
///
/// To let go of them takes time, which another thread may have.
package final class NightRemains {
  private var filings: [Filing]
  private var judged: [Judged]
  private var judge: Judge?

  init(_ filings: [Filing], _ judged: [Judged], _ judge: Judge) {
    self.filings = filings
    self.judged = judged
    self.judge = judge
  }

  /// Lets go of everything; O(requests of the night).
  package func letGo() {
    filings = []
    judged = []
    judge = nil
  }
}
