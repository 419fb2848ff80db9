import Testing

@testable import Pipeline

@Suite struct LockHolderTests {
  private let holder = LockHolder(process: 42, host: "nas", since: "2026-11-23 02:00:00")

  @Test func noteIsReadBack() {
    #expect(LockHolder(holder.text) == holder)
    for text in ["", "42\n", "x\nnas\n2026", "进程 42, 开始于 2026-11-23 02:00:00"] { #expect(LockHolder(text) == nil) }
  }

  @Test func hostIsNamedWhereItIsAnother() {
    #expect(holder.description(seenFrom: "nas") == "进程 42, 开始于 2026-11-23 02:00:00")
    #expect(holder.description(seenFrom: "pc") == "进程 42, 主机 nas, 开始于 2026-11-23 02:00:00")
  }
}
