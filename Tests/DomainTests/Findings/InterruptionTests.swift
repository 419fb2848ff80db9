import Domain
import Foundation
import Testing

@Suite struct InterruptionTests {
  @Test func nothingHappensWithoutASignal() throws {
    let interruption = Interruption()
    try interruption.check()
    #expect(interruption.error == nil && !interruption.isAtWork)
    interruption.begin()
    #expect(interruption.isAtWork)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func theFirstSignalCounts(signal: Int32, status: Int32) {
    let interruption = Interruption()
    interruption.request(signal)
    interruption.request(SIGQUIT)
    let error = #expect(throws: PipelineError.self) { try interruption.check() }
    #expect(error?.code == .signalled && error?.exit.rawValue == status)
    #expect(error?.message.contains("没有丢失") == true)
  }

  @Test func nothingIsBrokenOffOnceHeeded() {
    final class Count: @unchecked Sendable { var value = 0 }
    let (interruption, count) = (Interruption(), Count())
    interruption.setBreakOff { count.value += 1 }
    interruption.request(SIGTERM)
    interruption.breakOffCall()
    interruption.breakOffCall()
    #expect(count.value == 2)
    #expect(throws: PipelineError.self) { try interruption.check() }
    interruption.breakOffCall()
    #expect(count.value == 2)
  }

  @Test func theEndIsToldOnce() {
    let interruption = Interruption()
    #expect([interruption.claimReport(), interruption.claimReport()] == [true, false])
  }
}
