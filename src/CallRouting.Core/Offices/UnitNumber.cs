namespace CallRouting.Core.Offices;

/// <summary>Nav's four-digit number of an office (enhetsnummer). It is not a municipality number, though many look like one.</summary>
public readonly record struct UnitNumber(string Value)
{
    public override string ToString() => Value;
}
