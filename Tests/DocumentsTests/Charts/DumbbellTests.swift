import Documents
import Testing

@Suite struct DumbbellTests {
  @Test func dotsStandOnTheScaleWithTheirNumbersOutside() {
    let svg = Dumbbell(from: 24, to: 61, greatest: 61, summary: "求职 24, 需求 61").svg
    // From 44 to 376 for 0 to 61.
    #expect(svg.contains("<circle cx=\"174.6\"") && svg.contains("<circle cx=\"376.0\""))
    #expect(svg.contains("<text x=\"163.6\" y=\"20.0\" text-anchor=\"end\"") && svg.contains(">24</text>"))
    #expect(svg.contains("<text x=\"387.0\" y=\"20.0\" text-anchor=\"start\"") && svg.contains(">61</text>"))
    #expect(svg.contains("aria-label=\"求职 24, 需求 61\""))
  }

  @Test func scaleOfNothingBreaksNothing() {
    #expect(!Dumbbell(from: 0, to: 0, greatest: 0, summary: "").svg.contains("nan"))
  }
}
