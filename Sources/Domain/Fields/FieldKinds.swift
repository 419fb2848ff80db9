/// The kinds that a field of a dataset can have.
public enum FieldKinds {
  /// To add one, write its file and name it here.
  public static let all: [any FieldKind.Type] = [
    TextField.self, KeyField.self, UnitField.self, EmployerNameField.self, CreditCodeField.self, CodeField.self,
    CodesField.self, KeysField.self, RegionField.self, OpeningsField.self, IntegerField.self, DecimalField.self,
    MoneyField.self, DateField.self, MonthField.self, PeriodField.self, TimestampField.self, PayField.self,
    PayAmountField.self, AgeField.self, ExperienceField.self, PersonField.self, SecretField.self, FirstOfField.self,
    BirthField.self, FlagField.self, DroppedField.self,
  ]

  public static func named(_ name: String) -> (any FieldKind.Type)? { all.first { $0.name == name } }
}
