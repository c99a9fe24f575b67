import RequestModel
import Statistics

/// What the log lacks of a request: an agency's rows lack some fields always, others at times.
///
/// The letter is written before, so that it tells what the fields may not.
enum Gaps {
  private static let gaps = Agency.Gap.allCases

  static func forget(_ row: inout RequestRow, _ agency: Agency, _ source: SeededGenerator) {
    var random = source
    for gap in gaps where random.uniform() >= agency.presence[gap.rawValue] { clear(gap, in: &row) }
  }

  private static func clear(_ gap: Agency.Gap, in row: inout RequestRow) {
    switch gap {
    case .name: row.agencyName = ""
    case .type: row.agencyType = nil
    case .senderName: row.senderName = ""
    case .badge: row.badge = ""
    case .callback: row.callbackPhone = ""
    case .supervisor: (row.supervisorName, row.supervisorPhone) = ("", "")
    case .caseNumber: row.caseNumber = ""
    case .account: row.accountCreatedAt = nil
    case .citations: row.citations = []
    case .deadline: row.deadlineMinutes = nil
    case .attachments: row.attachments = []
    case .sessionAddress: row.sessionIP = ""
    case .session: (row.sessionASN, row.sessionCountry) = (nil, "")
    case .device: row.sessionDevice = ""
    case .secondFactor: row.mfa = nil
    case .authentication: (row.spf, row.dkim, row.dmarc) = (nil, nil, nil)
    case .natures: row.natures = []
    case .targetCountry: for i in row.targets.indices { row.targets[i].country = "" }
    case .categories: row.categories = []
    case .scope: row.scope = nil
    case .period: (row.periodStart, row.periodEnd) = (nil, nil)
    case .language: row.language = ""
    case .subject: row.subject = ""
    case .body: row.body = ""
    case .attributes: (row.formVersion, row.clerk, row.mailer, row.pages) = ("", "", "", nil)
    }
  }
}
