import Domain
import Testing

@Suite struct DimensionTests {
  @Test(
    arguments: [
      (nil, nil, 0), (0, 0, 0), (11, nil, 2011), (11, 13, 2011), (nil, 13, 1013), (0, 13, 1013),
    ] as [(Int?, Int?, Int)])
  func titleGoesBeforeSkill(title: Int?, skill: Int?, number: Int) {
    #expect(Dimension.levelNumber(title: title, skill: skill) == number)
  }

  @Test(arguments: [
    (Dimension.level, 2011, "T1"), (.level, 1015, "S5"), (.occupation, 16_180_102, "6-18-01-02"), (.industry, 67, "C"),
    (.industry, 139, "39"), (.age, 35, "35"), (.education, 120, "20"), (.sex, 0, ""), (.age, 0, ""),
  ])
  func textNamesTheNumber(dimension: Dimension, number: Int, text: String) {
    #expect(dimension.text(number) == text)
  }
}
