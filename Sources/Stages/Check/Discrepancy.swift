/// One place where the warehouse does not agree with itself.
public struct Discrepancy: Sendable, Equatable, CustomStringConvertible {
  /// What was compared.
  public enum Kind: String, Sendable, CaseIterable {
    case file = "数据库文件"
    case cube = "累计表"
    case cross = "交叉表"
    case ledger = "台账"
    case lists = "退回清单"
    case key = "业务主键"
    case segment = "散列段"
    case text = "文字块"
    case reference = "引用"
    case copy = "转载判定"
  }

  public let kind: Kind
  public let table: String
  public let key: String
  /// What the warehouse holds.
  public let stored: String
  /// What it should hold, counted anew.
  public let counted: String

  init(_ kind: Kind, _ table: String, _ key: String, stored: String, counted: String) {
    (self.kind, self.table, self.key, self.stored, self.counted) = (kind, table, key, stored, counted)
  }

  public var description: String { "\(kind.rawValue)  \(table)  \(key): 仓库中 \(stored), 核对得 \(counted)" }
}
