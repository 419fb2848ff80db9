/// What a declaration says of a field kind or a row check: texts by key, those of a plain list under the empty key.
public struct Parameters: Sendable {
  private let values: [String: [String]]

  public init(_ values: [String: [String]]) { self.values = values }

  public func texts(_ key: String = "") -> [String] { values[key] ?? [] }

  public func optionalText(_ key: String = "") -> String? { values[key]?.first }

  public func text(_ key: String = "") throws(DeclarationProblem) -> String {
    guard let text = values[key]?.first else { throw DeclarationProblem("缺少 \(key)", "补上 \(key): …") }
    return text
  }

  public func integer(_ key: String) throws(DeclarationProblem) -> Int {
    let text = try text(key)
    guard let value = Int(text) else { throw DeclarationProblem("\(key) 应为整数, 而不是 \(text)", "写成整数, 如 \(key): 10") }
    return value
  }

  public func flag(_ key: String) throws(DeclarationProblem) -> Bool {
    switch values[key]?.first {
    case nil, "false": return false
    case "true": return true
    case let text?: throw DeclarationProblem("\(key) 应为 true 或 false, 而不是 \(text)", "写成 \(key): true")
    }
  }
}

/// What is wrong with a declaration; who reads the file adds the place.
public struct DeclarationProblem: Error, Sendable {
  public let message: String
  public let remedy: String

  public init(_ message: String, _ remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}
