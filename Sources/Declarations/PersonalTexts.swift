import Domain
import Yams

/// Looks for the numbers of persons in what people declare: titles, paths and notes are printed on pages and in logs.
enum PersonalTexts {
  /// What is a person's own; an office may print its landline.
  private static let kinds: Set<PersonalDataKind> = [.residentID, .oldResidentID, .mobile]

  /// - Parameters:
  ///   - text: the whole file, which is looked at first: its nodes are gone through where it holds something.
  static func problem(in node: Node, _ text: String, _ path: String) -> PipelineError? {
    isPersonal(text) ? first(in: node, path) : nil
  }

  private static func isPersonal(_ text: String) -> Bool {
    var scanner = PersonalDataScanner(latest: Day(ordinal: Int.max))
    return scanner.leaks(in: text).contains { kinds.contains($0.kind) }
  }

  private static func first(in node: Node, _ path: String) -> PipelineError? {
    switch node {
    case .scalar(let scalar):
      guard isPersonal(scalar.string) else { return nil }
      return YAMLMap.wrong(
        scalar.mark, path, "这里有身份证号码或手机号码", "删去号码; 文件夹的名称中也不要写", code: .personalDeclaration)
    case .sequence(let sequence): return sequence.lazy.compactMap { first(in: $0, path) }.first
    case .mapping(let mapping):
      return mapping.lazy.compactMap { first(in: $0.key, path) ?? first(in: $0.value, path) }.first
    // Where the alias points to is gone through there.
    case .alias: return nil
    }
  }
}
