import Foundation
import Ingestion
import LinearAlgebra
package import RequestModel

/// Reads logs into requests on several threads; what becomes of them is the caller's.
package struct LogReading: Sendable {
  private let configuration: Configuration
  private let pseudonymizer: Pseudonymizer
  private let mapping: Mapping?
  private let limits: IntakeLimits
  private let boundary: NightBoundary

  /// - Parameters:
  ///   - key: of the workspace, or of a run that keeps nothing.
  ///   - now: rows after the end of tomorrow are rejected.
  package init(configuration: Configuration, key: [UInt8], now: Instant) throws(WorkflowError) {
    // Nobody else's idle threads are to take turns with those that read.
    SingleThreadedBLAS.require()
    self.configuration = configuration
    pseudonymizer = Pseudonymizer(key: key)
    mapping = try LogReading.mapping(configuration.mapping)
    var boundary = try configuration.nightBoundary()
    let tomorrow = boundary.night(of: now).advanced(by: 1)
    var limits = IntakeLimits(latest: Instant(microseconds: boundary.end(of: tomorrow).microseconds - 1))
    limits.earliest = boundary.start(of: Night(configuration.earliestDate))
    limits.lineBytes = configuration.maximumLineBytes
    limits.targets = configuration.maximumTargets
    limits.bodyBytes = configuration.maximumBodyBytes
    self.limits = limits
    self.boundary = boundary
  }

  private static func mapping(_ path: String) throws(WorkflowError) -> Mapping? {
    guard !path.isEmpty else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .usage("\(path): the mapping cannot be read. Name another one with --mapping, or with the key `mapping`.")
    }
    do throws(MappingError) { return try Mapping(yaml: text) } catch {
      throw .usage("\(path): \(error)")
    }
  }

  /// Reads one log and hands what its blocks held to `body`, ready for the store, in the order of the file.
  ///
  /// - Parameter say: told what is wrong with the file as a whole.
  /// - Returns: how the packing of the file ended.
  func read(
    _ input: borrowing InputFile, consumed: (Int) -> Void, say: (String) -> Void,
    _ body: (PreparedBlock) throws -> Void
  ) throws -> StreamEnd {
    var settings = IntakeSettings(pseudonymizer: pseudonymizer, limits: limits, mapping: mapping, readsWording: true)
    settings.keepsText = configuration.keepText
    let (parsing, boundary) = (settings, boundary)
    let workers = OrderedWorkers<RecordBlock, PreparedBlock>(threads: configuration.threads) {
      let worker = BlockParser(settings: parsing).makeWorker()
      var preparation = RowPreparation(boundary: boundary)
      return { preparation.prepare($0, with: worker) }
    }
    var splitter: RecordSplitter?
    var isChecked = mapping == nil
    func give(_ block: RecordBlock) throws {
      if !isChecked, !block.header.isEmpty { isChecked = try check(block.header) }
      if let parsed = workers.give(block) { try body(parsed) }
    }
    let name = RecordFormat(fileName: input.path)
    let end = try input.read(consumed: consumed) { bytes in
      if splitter == nil {
        splitter = RecordSplitter(format: name ?? RecordFormat(firstBytes: bytes), limits: limits)
      }
      try splitter?.feed(bytes) { block in
        try Signals.checkpoint()
        try give(block)
      }
    }
    try splitter?.finish(isTruncated: end != .complete) { try give($0) }
    while let parsed = workers.take() { try body(parsed) }
    if mapping == nil, let header = splitter?.header, !header.isEmpty, !header.contains("request_id") {
      say(
        "\(input.path): the first line names no column request_id. Name the columns there, with commas between them, or "
          + "fit the log with a mapping.")
    }
    return end
  }

  /// Makes sure that a table has the columns that the mapping names.
  private func check(_ header: [String]) throws(WorkflowError) -> Bool {
    do throws(MappingError) { try mapping?.check(header: header) } catch {
      throw .usage("\(configuration.mapping): \(error).")
    }
    return true
  }
}
