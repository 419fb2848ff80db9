import Domain
import Foundation
import Yams

/// A mapping of a YAML file whose keys are known; every mistake in it is told with file, line and column.
public struct YAMLMap {
  public let path: String
  public let mark: Mark?
  /// In the order of the file.
  public let keys: [String]
  private let nodes: [String: Node]
  private let root: Node

  /// Reads the mapping that a whole file is.
  ///
  /// - Throws: `PipelineError` TF500 (no such file), TF501, TF507 to TF509 (no YAML), TF502 (unknown key), TF510 (twice),
  ///   TF511 (the number of a person).
  public init(file path: String, keys: [String]) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件, 或无权读取", remedy: "检查路径")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw PipelineError(.notUTF8, .config, at: path, "不是 UTF-8 文本", remedy: "另存为 UTF-8")
    }
    guard YAMLAliases.count(in: text) <= YAMLAliases.limit else {
      throw PipelineError(
        .tooManyAliases, .config, at: path, "别名 (*) 超过 \(YAMLAliases.limit) 个", remedy: "把别名所指的内容写开; 以 * 开头的文字加引号")
    }
    let node: Node?
    // Every value is read as a text: what YAML takes it for is not asked, and to find that out takes longer than all else.
    do { node = try Yams.compose(yaml: text, .basic, .default, .utf8) } catch { throw YAMLMap.syntax(error, path) }
    guard let node else {
      throw PipelineError(.emptyDeclaration, .config, at: path, "文件是空的", remedy: "参照 Pipelines 中的例子填写")
    }
    if let problem = PersonalTexts.problem(in: node, text, path) { throw problem }
    try self.init(node, path: path, keys: keys)
  }

  /// - Parameter keys: the keys there may be; empty: any.
  public init(_ node: Node, path: String, keys: [String]) throws {
    self.path = path
    mark = node.mark
    root = node
    guard case .mapping(let mapping) = node else {
      throw YAMLMap.wrong(node.mark, path, "这里应为若干 键: 值", "参照 Pipelines 中的例子填写")
    }
    var names: [String] = []
    var nodes: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw YAMLMap.wrong(key.mark, path, "键应为一段文字", "写成 键: 值")
      }
      guard keys.isEmpty || keys.contains(name) else {
        let hint = Spelling.nearest(name, in: keys).map { "是否应为 \($0)?" } ?? "可用的键: \(keys.joined(separator: " "))"
        throw YAMLMap.wrong(key.mark, path, "不认识的键 \(name)", hint, code: .unknownKey)
      }
      guard nodes.updateValue(value, forKey: name) == nil else {
        throw YAMLMap.wrong(key.mark, path, "键 \(name) 重复", "删去其中一个", code: .repeatedKey)
      }
      names.append(name)
    }
    self.keys = names
    self.nodes = nodes
  }

  /// The same mapping, which may have these keys alone.
  ///
  /// - Throws: `PipelineError` TF502 for another key.
  public func limited(to keys: [String]) throws -> YAMLMap { try YAMLMap(root, path: path, keys: keys) }

  public func node(_ key: String) -> Node? { nodes[key] }

  /// The text of `key`; nil where it is absent.
  public func optionalText(_ key: String) throws -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      throw YAMLMap.wrong(node.mark, path, "\(key) 应为一段文字", "写成 \(key): 文字")
    }
    // A bare null is a key left empty.
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string) ? nil : scalar.string
  }

  public func text(_ key: String) throws -> String {
    guard let text = try optionalText(key) else {
      throw YAMLMap.wrong(mark, path, "缺少 \(key)", "补上 \(key): …", code: .missingKey)
    }
    return text
  }

  public func optionalInteger(_ key: String, limit: Int) throws -> Int? {
    guard let text = try optionalText(key) else { return nil }
    guard let value = Int(text), (0...limit).contains(value) else {
      throw bad(key, "\(key) 应为 0 到 \(limit) 的整数, 而不是 \(text)", "写成整数, 如 \(key): 10")
    }
    return value
  }

  public func optionalNumber(_ key: String) throws -> Double? {
    guard let text = try optionalText(key) else { return nil }
    guard let value = Double(text), value.isFinite else { throw bad(key, "\(key) 应为数, 而不是 \(text)", "写成 \(key): 1.03") }
    return value
  }

  public func optionalFlag(_ key: String) throws -> Bool {
    switch try optionalText(key) {
    case nil, "false": return false
    case "true": return true
    case let text?: throw bad(key, "\(key) 应为 true 或 false, 而不是 \(text)", "写成 \(key): true")
    }
  }

  /// A mapping below `key`; nil where it is absent.
  public func optionalMap(_ key: String, keys: [String] = []) throws -> YAMLMap? {
    try node(key).map { try YAMLMap($0, path: path, keys: keys) }
  }

  public func map(_ key: String, keys: [String] = []) throws -> YAMLMap {
    guard let map = try optionalMap(key, keys: keys) else {
      throw YAMLMap.wrong(mark, path, "缺少 \(key)", "补上 \(key)", code: .missingKey)
    }
    return map
  }

  /// A list below `key`; empty where it is absent.
  public func list(_ key: String) throws -> [Node] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      throw YAMLMap.wrong(node.mark, path, "\(key) 应为一个列表", "写成 \(key): [甲, 乙]")
    }
    return Array(sequence)
  }

  /// Texts below `key`; a single text is a list of one.
  public func texts(_ key: String) throws -> [String] {
    if let node = node(key), case .scalar(let scalar) = node { return [scalar.string] }
    return try list(key).map { node in
      guard case .scalar(let scalar) = node else {
        throw YAMLMap.wrong(node.mark, path, "\(key) 中应为文字", "写成 \(key): [甲, 乙]")
      }
      return scalar.string
    }
  }

  /// An error at the value of `key`.
  public func bad(_ key: String, _ message: String, _ remedy: String) -> PipelineError {
    YAMLMap.wrong(node(key)?.mark ?? mark, path, message, remedy, code: .wrongValue)
  }

  public static func wrong(
    _ mark: Mark?, _ path: String, _ message: String, _ remedy: String, code: ErrorCode = .wrongForm
  ) -> PipelineError {
    let place = mark.map { "\(path):\($0.line):\($0.column)" } ?? path
    return PipelineError(code, .config, at: place, Redaction.shown(message, limit: 400), remedy: remedy)
  }

  private static func syntax(_ error: any Error, _ path: String) -> PipelineError {
    if case .duplicatedKeysInMapping(let keys, let context)? = error as? YamlError {
      return wrong(context.mark, path, "键 \(keys.joined(separator: "、")) 重复", "每个键只留一个", code: .repeatedKey)
    }
    var place = path
    var problem = "\(error)"
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
      place = "\(path):\(mark.line):\(mark.column)"
      problem = explained(text)
    default: problem = problem.replacing("\n", with: " ")
    }
    return PipelineError(.yamlSyntax, .config, at: place, "YAML 语法错误 (\(problem))", remedy: "检查缩进、冒号后的空格和引号")
  }

  /// The parser's commonest complaints in Chinese.
  private static func explained(_ text: String) -> String {
    if text.contains("cannot start any token") { return "这里有制表符或不能这样用的符号; 缩进只能用空格" }
    if text.contains("could not find expected ':'") { return "缺少英文冒号 : (中文冒号不行), 错处可能在上一行" }
    if text.contains("did not find expected key") { return "缩进没有对齐, 或上一行的引号、括号没有结束" }
    if text.contains("mapping values are not allowed") { return "这里不该有冒号; 值中有冒号时加引号" }
    return text
  }
}
