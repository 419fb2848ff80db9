import Domain
import Warehouse

/// Functions of groups of regions, at a date.
final class RegionFunctions {
  private struct Span {
    let codes: [[UInt8]]
    /// ISO dates, compared as text.
    let from: [UInt8]
    let until: [UInt8]

    init(_ span: RegionGroups.Span) {
      codes = span.codes.map { Array($0.utf8) }
      from = Array((span.from?.iso ?? "0").utf8)
      until = Array((span.until?.iso ?? "9999-99").utf8)
    }

    func holds(_ code: UnsafeBufferPointer<UInt8>, _ day: UnsafeBufferPointer<UInt8>) -> Bool {
      codes.contains { code.starts(with: $0) } && !day.lexicographicallyPrecedes(from)
        && !until.lexicographicallyPrecedes(day)
    }
  }

  private let groups: [(name: [UInt8], spans: [Span])]
  private let lists: [(name: [UInt8], parts: [(key: String, spans: [Span])])]

  init(_ rules: RegionGroups) {
    groups = rules.groups.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value.map(Span.init)) }
    lists = rules.lists.sorted { $0.key < $1.key }.map { list in
      (Array(list.key.utf8), list.value.map { ($0.key, $0.spans.map(Span.init)) })
    }
  }

  var all: [GuardedFunction] {
    [
      // `in_group(code, group, day)`; 0 of NULL, so that NOT holds.
      GuardedFunction("in_group", arguments: 3, context: self) {
        let call = FunctionCall($0, $1, $2)
        guard !call.hasNull else { return call.give(false) }
        call.rules(RegionFunctions.self)?.inGroup(call)
      },
      // `group_of(list, code, day)`: the first part of the list that holds the code; NULL of NULL and where none does.
      GuardedFunction("group_of", arguments: 3, context: self) {
        let call = FunctionCall($0, $1, $2)
        guard !call.hasNull else { return call.null() }
        call.rules(RegionFunctions.self)?.groupOf(call)
      },
    ]
  }

  private func inGroup(_ call: FunctionCall) {
    let name = call.bytes(1)
    guard let spans = groups.first(where: { $0.name.elementsEqual(name) })?.spans else {
      return call.fail("没有区域组 \(call.text(1))")
    }
    let (code, day) = (call.bytes(0), call.bytes(2))
    call.give(spans.contains { $0.holds(code, day) })
  }

  private func groupOf(_ call: FunctionCall) {
    let name = call.bytes(0)
    guard let parts = lists.first(where: { $0.name.elementsEqual(name) })?.parts else {
      return call.fail("没有区域划分 \(call.text(0))")
    }
    let (code, day) = (call.bytes(1), call.bytes(2))
    for part in parts where part.spans.contains(where: { $0.holds(code, day) }) { return call.give(part.key) }
    call.null()
  }
}
