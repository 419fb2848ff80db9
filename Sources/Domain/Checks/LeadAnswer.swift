/// What a section says of a lead.
public struct LeadAnswer: Sendable, Equatable {
  public enum Verdict: String, Sendable, CaseIterable {
    case confirmed
    case unfounded
    case corrected
    case unclear
    case referred

    /// As it stands in the form.
    public var name: String {
      switch self {
      case .confirmed: "属实"
      case .unfounded: "不属实"
      case .corrected: "已整改"
      case .unclear: "无法核实"
      case .referred: "移送"
      }
    }

    /// Reads the Chinese or the English word.
    public init?(_ text: String) {
      let folded = TextFold.fold(text)
      guard let verdict = Verdict.allCases.first(where: { folded == $0.name || folded == $0.rawValue }) else {
        // People leave the 已 out.
        guard folded == "整改" else { return nil }
        self = .corrected
        return
      }
      self = verdict
    }
  }

  /// Id of the check and lead: `A-01/A1`.
  public let lead: String
  public let verdict: Verdict
  public let note: String
  public let day: Day
  /// Where it was read: `就业服务中心/answers.csv:12`.
  public let place: String

  public init(lead: String, verdict: Verdict, note: String, day: Day, place: String) {
    self.lead = lead
    self.verdict = verdict
    self.note = note
    self.day = day
    self.place = place
  }
}
