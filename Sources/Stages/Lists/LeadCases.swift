import Documents
import Domain

/// The answers to leads in postings as an export of cases, 线索核查, one a lead: the next night takes it as any other
/// export, so that tables and checks count what was reviewed.
public struct LeadCases {
  /// Folder of the export, in that of the work.
  static let folder = "cases"
  static let file = "reviews.csv"
  /// As the contract of cases calls its fields.
  private static let header = [
    "案号", "案件类别", "线索编号", "被投诉单位信用代码", "被投诉单位", "登记日期", "受理日期", "结案日期", "处理结果",
  ]
  /// Longest number of a case.
  private static let most = 64

  private let rules: Set<String>

  /// - Parameter rules: ids of the rules and checks whose leads are of postings.
  public init(rules: Set<String>) { self.rules = rules }

  /// Writes the export where an answer is new or another one.
  ///
  /// - Parameters:
  ///   - answers: the last one to each lead, by its id (`C09/91450602…/2026Q3`).
  ///   - work: folder of the work, for its owner alone.
  /// - Throws: `FileFailure`.
  public func publish(_ answers: [String: LeadAnswer], in work: String) throws {
    let rows = rows(answers)
    let path = "\(work)/\(LeadCases.folder)/\(LeadCases.file)"
    guard !rows.isEmpty || FileTree.exists(path) else { return }
    let bytes = CSVText.bytes([LeadCases.header] + rows)
    if FileTree.exists(path), try FileTree.bytes(of: path) == bytes { return }
    try DurableFolder.makePrivate("\(work)/\(LeadCases.folder)")
    try DurableFile.replace(path, with: bytes, mode: 0o600)
  }

  func rows(_ answers: [String: LeadAnswer]) -> [[String]] {
    answers.values.sorted { $0.lead < $1.lead }.compactMap { answer in
      let parts = answer.lead.split(separator: "/").map(String.init)
      guard parts.count > 2, rules.contains(parts[0]) else { return nil }
      // A name may have a stroke in it.
      let unit = parts[1..<(parts.count - 1)].joined(separator: "/")
      let code = Array(unit.utf8).withUnsafeBufferPointer(USCC.isValid) ? unit : ""
      let day = answer.day.iso
      return [
        LeadCases.number(answer.lead), "线索核查", parts[0], code, code.isEmpty ? unit : "", day, day, day,
        LeadCases.outcome(answer.verdict),
      ]
    }
  }

  /// The id of the lead, shortened where it is too long for a number.
  private static func number(_ lead: String) -> String {
    guard lead.count > most else { return lead }
    let digest = SHA256Sums.digest(Array(lead.utf8)).prefix(16)
    return "\(lead.prefix(most - 17))…\(digest)"
  }

  /// As the code list of outcomes has it.
  private static func outcome(_ verdict: LeadAnswer.Verdict) -> String {
    verdict == .corrected ? "已改正" : verdict.name
  }
}
