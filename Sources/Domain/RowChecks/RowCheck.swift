/// A check over several fields of one row, as a dataset file names it with its parameters. It may empty fields.
///
/// One file a check, and one line in `RowChecks.all`.
public protocol RowCheck: Sendable {
  /// As dataset files write it: `in_order`.
  static var name: String { get }
  /// The keys that its parameters may have; empty where they are a plain list or text.
  static var parameters: [String] { get }
  /// - Throws: `DeclarationProblem` where a parameter is missing.
  init(_ parameters: Parameters) throws(DeclarationProblem)
  /// Fields that it looks at, so that a file that names one that is not there is refused.
  var fields: [String] { get }
  /// Looks the fields up once, so that the check itself works on slots.
  ///
  /// - Throws: `DeclarationProblem` where a field is of a kind that it cannot look at.
  func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody
}

/// A bound check: returns what it found.
public typealias RowCheckBody = @Sendable (inout RowValues, RowContext) -> [RowProblem]

/// What a check found, with the values that do not fit together, for people.
public struct RowProblem: Sendable, Equatable {
  public let problem: Problem
  public let value: String

  init(_ rule: Rule, _ field: String, _ value: String = "", severity: Severity? = nil) {
    problem = Problem(rule, field, severity: severity)
    self.value = value
  }
}

/// What a check may know beside the row.
public struct RowContext: Sendable {
  /// The day of the run: rows dated later than the day after are refused.
  public let today: Day

  public init(today: Day) { self.today = today }
}

/// The checks that a dataset can name.
public enum RowChecks {
  /// To add one, write its file and name it here.
  public static let all: [any RowCheck.Type] = [
    NotInFuture.self, NotBefore.self, InOrder.self, AtMost.self, NeededWhen.self, Refuse.self, NotCode.self,
    Shape.self,
    FilledWithinOpenings.self, PayFromLimits.self,
  ]

  public static func named(_ name: String) -> (any RowCheck.Type)? { all.first { $0.name == name } }
}

extension RowCheck {
  public static var parameters: [String] { [] }
}

extension RowLayout {
  /// Slot of the integer of a field that is one number.
  func slot(ofField name: String) throws(DeclarationProblem) -> Int {
    guard let columns = field(name)?.columns, columns.count == 1, let slot = integerSlots[columns[0]] else {
      throw DeclarationProblem("\(name) 不是日期、数或代码, 不能这样检查", "换一个字段")
    }
    return slot
  }

  /// How people read the number of a field: days as dates.
  func words(for name: String) -> @Sendable (Int) -> String {
    let isDay = field(name)?.kind is DateField
    return { isDay ? Day(ordinal: $0).iso : "\($0)" }
  }

  func slots(ofFields names: [String]) throws(DeclarationProblem) -> [Int] {
    var slots: [Int] = []
    for name in names { slots.append(try slot(ofField: name)) }
    return slots
  }

  /// The number of a code or name in the list of a field.
  func number(of code: String, in name: String, _ book: CodeBook) throws(DeclarationProblem) -> Int {
    guard let id = field(name)?.kind.list, let list = try? book.list(id) else {
      throw DeclarationProblem("\(name) 没有代码表", "换一个 kind: code 的字段")
    }
    guard let number = CodeNumber.find(code, in: list) else {
      throw DeclarationProblem("\(code) 不在代码表 \(id) 中", "查 codelists/\(id).csv")
    }
    return number
  }
}
