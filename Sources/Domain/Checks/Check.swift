import Crypto
import Foundation

/// A check: a SELECT that returns what somebody must look at, and who, why and what to do.
public struct Check: Sendable {
  /// How grave what it finds is; the order is that of the lists.
  public enum Level: String, Sendable, CaseIterable {
    case violation
    case correct
    case due
    case advise

    /// In Chinese.
    public var label: String {
      switch self {
      case .violation: "涉嫌违法"
      case .correct: "应当改正"
      case .due: "到期事项"
      case .advise: "提示"
      }
    }
  }

  /// A value of a parameter.
  public enum Value: Sendable, Hashable {
    case integer(Int)
    case text(String)
  }

  /// What must have been delivered: a dataset, or rows of it of one kind.
  public struct Need: Sendable, Hashable, CustomStringConvertible {
    public let dataset: String
    public let field: String?
    public let value: String?

    public init(dataset: String, field: String? = nil, value: String? = nil) {
      self.dataset = dataset
      self.field = field
      self.value = value
    }

    /// As it stands in the file: `register.kind=竞业限制`.
    public var description: String {
      guard let field, let value else { return dataset }
      return "\(dataset).\(field)=\(value)"
    }
  }

  /// `G-01`, also the name of the file; `Z-` for a bureau's own.
  public let id: String
  /// What the reader sees.
  public let title: String
  /// Those that may occur; the first is the default.
  public let levels: [Level]
  /// Who gets the list; also the name of its folder.
  public let section: String
  public let clause: String
  public let remedy: String
  /// Datasets of the column `entry`; empty where a line is an aggregate.
  public let entry: [String]
  /// Dataset of the column `other`.
  public let other: String?
  public let needs: [Need]
  /// Lists of rules that may be empty: what depends on them is then not looked at, all else is.
  public let without: Set<String>
  /// Parameters with their values, which `rules/checks.yaml` may change.
  public let values: [String: Value]
  /// The whole file: its header is a comment of SQL.
  public let select: Condition
  /// The data date of the examples.
  public let day: Day
  public let examples: [CheckExample]

  public init(
    id: String, title: String, levels: [Level], section: String, clause: String, remedy: String, entry: [String],
    other: String?, needs: [Need], without: Set<String> = [], values: [String: Value], select: Condition, day: Day,
    examples: [CheckExample]
  ) {
    self.without = without
    self.id = id
    self.title = title
    self.levels = levels
    self.section = section
    self.clause = clause
    self.remedy = remedy
    self.entry = entry
    self.other = other
    self.needs = needs
    self.values = values
    self.select = select
    self.day = day
    self.examples = examples
  }

  /// Version of what the check finds: digest of its file and of the values that it is run with.
  public func digest(_ values: [String: Value]) -> String {
    let parts = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let text = ([select.sql] + parts).joined(separator: "\u{0}")
    return SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
