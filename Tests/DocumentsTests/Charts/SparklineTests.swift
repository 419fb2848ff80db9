import Testing

@testable import Documents

@Suite struct SparklineTests {
  @Test func fromTheLowestToTheHighest() {
    let svg = Sparkline([0, 10, 5], summary: "近 3 次 <x>").svg
    #expect(svg.contains("points=\"3.0,27.0 66.0,3.0 129.0,15.0\""))
    #expect(svg.contains("cx=\"129.0\" cy=\"15.0\""))
    #expect(svg.contains("aria-label=\"近 3 次 &lt;x&gt;\""))
  }

  @Test func aSmallChangeLooksSmallFromZero() {
    #expect(Sparkline([100, 50], summary: "", startsAtZero: true).svg.contains("points=\"3.0,3.0 129.0,15.0\""))
  }

  @Test func equalValuesRunThroughTheMiddle() {
    #expect(Sparkline([4, 4], summary: "").svg.contains("points=\"3.0,15.0 129.0,15.0\""))
  }

  @Test func oneValueIsNoLine() {
    #expect(Sparkline([4], summary: "").svg == "")
    #expect(Sparkline([], summary: "").svg == "")
  }
}
