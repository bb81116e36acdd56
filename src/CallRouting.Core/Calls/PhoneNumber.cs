namespace CallRouting.Core.Calls;

/// <summary>A telephone number in E.164 with its plus sign, for example +4722000000.</summary>
public readonly record struct PhoneNumber(string E164)
{
    public override string ToString() => E164;
}
