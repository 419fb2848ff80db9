import Domain
import Yams

/// Reads `Pipelines/rules/region-groups.yaml`.
public enum RegionGroupsFile {
  /// - Throws: `PipelineError` those of `YAMLMap` with the place.
  public static func read(_ path: String) throws -> RegionGroups {
    let map = try YAMLMap(file: path, keys: ["groups", "lists"])
    var groups: [String: [RegionGroups.Span]] = [:]
    if let own = try map.optionalMap("groups") {
      for name in own.keys {
        // A group that has always been the same is one span.
        let nodes: [Node]
        if let node = own.node(name), case .mapping = node { nodes = [node] } else { nodes = try own.list(name) }
        guard !nodes.isEmpty else { throw own.bad(name, "区域组 \(name) 是空的", "写成 {codes: [\"4505\"]}") }
        groups[name] = try nodes.map { try span(YAMLMap($0, path: path, keys: ["codes", "from", "until"])) }
      }
    }
    var lists: [String: [RegionGroups.Part]] = [:]
    if let own = try map.optionalMap("lists") {
      for name in own.keys { lists[name] = try own.list(name).map { try part($0, path, groups) } }
    }
    return RegionGroups(groups: groups, lists: lists)
  }

  private static func part(_ node: Node, _ path: String, _ groups: [String: [RegionGroups.Span]]) throws
    -> RegionGroups.Part
  {
    let own = try YAMLMap(node, path: path, keys: ["key", "codes", "group"])
    let key = try own.text("key")
    guard let group = try own.optionalText("group") else {
      return RegionGroups.Part(key: key, spans: [RegionGroups.Span(codes: try codes(own))])
    }
    guard let spans = groups[group] else { throw own.bad("group", "没有区域组 \(group)", "先写在 groups 中") }
    guard own.node("codes") == nil else { throw own.bad("codes", "codes 和 group 只能有一个", "删去其中一个") }
    return RegionGroups.Part(key: key, spans: spans)
  }

  private static func span(_ own: YAMLMap) throws -> RegionGroups.Span {
    func day(_ key: String) throws -> Day? {
      guard let text = try own.optionalText(key) else { return nil }
      guard text.count == 10, let day = Day(iso: text) else {
        throw own.bad(key, "\(key) 中的 \(text) 不是日期", "写成 2026-10-01")
      }
      return day
    }
    let (from, until) = (try day("from"), try day("until"))
    if let from, let until, until < from { throw own.bad("until", "until 早于 from", "改正日期") }
    return RegionGroups.Span(codes: try codes(own), from: from, until: until)
  }

  private static func codes(_ own: YAMLMap) throws -> [String] {
    let codes = try own.texts("codes")
    guard !codes.isEmpty, !codes.contains("") else { throw own.bad("codes", "缺少代码 codes", "写成 codes: [\"4505\"]") }
    return codes
  }
}
