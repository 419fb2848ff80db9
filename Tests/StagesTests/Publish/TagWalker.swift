@testable import Stages

/// Goes through a template as Mustache does and notes every tag that has no value in its context.
struct TagWalker {
  let sources: [String: String]
  private(set) var missing: Set<String> = []
  private var visited: Set<String> = []

  init(sources: [String: String]) { self.sources = sources }

  /// Tags that no context led to: nothing is known of their values.
  var unvisited: [String] {
    let all = sources.flatMap { name, source in
      TemplateTag.all(in: source).filter { $0.kind != .end }.map { "\(name):\($0.line) \($0.name)" }
    }
    return all.filter { !visited.contains($0) }.sorted()
  }

  mutating func walk(_ template: String, _ stack: [Any]) {
    let tags = TemplateTag.all(in: sources[template] ?? "")
    walk(tags[...], template, stack)
  }

  private mutating func walk(_ tags: ArraySlice<TemplateTag>, _ template: String, _ stack: [Any]) {
    var rest = tags
    while let tag = rest.popFirst() {
      visited.insert("\(template):\(tag.line) \(tag.name)")
      guard tag.kind == .section || tag.kind == .inverted else {
        if tag.kind == .partial {
          walk(tag.name, stack)
        } else if find(tag.name, stack) == nil {
          missing.insert("\(template):\(tag.line) \(tag.name)")
        }
        continue
      }
      let body = TagWalker.body(of: tag, in: rest)
      rest = rest[body.endIndex...].dropFirst()
      guard let value = find(tag.name, stack) else {
        missing.insert("\(template):\(tag.line) \(tag.name)")
        continue
      }
      for context in TagWalker.contexts(value, isInverted: tag.kind == .inverted) {
        walk(body, template, context.map { stack + [$0] } ?? stack)
      }
    }
  }

  private func find(_ name: String, _ stack: [Any]) -> Any? {
    if name == "." { return stack.last }
    let parts = name.split(separator: ".").map(String.init)
    for context in stack.reversed() {
      if let found = (context as? [String: Any])?[parts[0]] {
        return parts.dropFirst().reduce(found as Any?) { value, part in (value as? [String: Any])?[part] }
      }
    }
    return nil
  }

  /// What a section is rendered with: one element a rendering; nil keeps the context.
  private static func contexts(_ value: Any, isInverted: Bool) -> [Any?] {
    if let list = value as? [Any] { return isInverted ? (list.isEmpty ? [nil] : []) : list.map { $0 } }
    let isTrue = (value as? Bool) ?? true
    if isInverted { return isTrue ? [] : [nil] }
    return isTrue ? [value is Bool ? nil : value] : []
  }

  private static func body(of opening: TemplateTag, in tags: ArraySlice<TemplateTag>) -> ArraySlice<TemplateTag> {
    var depth = 1
    for index in tags.indices {
      switch tags[index].kind {
      case .section, .inverted: depth += 1
      case .end: depth -= 1
      default: break
      }
      if depth == 0 { return tags[tags.startIndex..<index] }
    }
    return tags
  }
}
