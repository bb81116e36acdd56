namespace CallRouting.Core.Calls;

/// <summary>
/// Which numbers this service may ring, by Norway's number plan (Nkom's list of number series).
/// Immutable; made once from the configuration.
/// </summary>
/// <param name="ownNumbers">The service's inbound numbers. Ringing one would loop, and none is ever a caller's.</param>
/// <param name="demoNumbers">Allows +471 and seven digits, which no network routes. Only ever true in demo mode.</param>
public sealed class NumberPlan(IEnumerable<PhoneNumber> ownNumbers, bool demoNumbers = false)
{
    /// <summary>Nav's national number, ours in every installation.</summary>
    public static readonly PhoneNumber National = new("+4755553333");

    private const string Allowed = "A duty phone may be 2x, 3x, 4x, 50–57, 6x, 7x or 9x.";
    private const string AllowedInDemo = "A duty phone may be 2x, 3x, 4x, 50–57, 6x, 7x or 9x, or in the demo 1x.";

    private readonly HashSet<PhoneNumber> own = [National, .. ownNumbers];

    /// <summary>The rest of a refusal: which series may be rung.</summary>
    public string WhatIsAllowed => demoNumbers ? AllowedInDemo : Allowed;

    public bool IsOurs(PhoneNumber number) => own.Contains(number);

    /// <summary>A number typed or configured by a person, in any usual spelling: a phone to ring, or why it may not be one.</summary>
    public NumberAnswer DutyNumber(string? text)
    {
        var number = Normalise(text);
        if (WhyNot(number) is not { } refusal)
            return NumberAnswer.Allow(new PhoneNumber(number));

        return NumberAnswer.Refuse(refusal, $"Phone {Quoted(text)} {Complaint(refusal, number)}. {WhatIsAllowed}");
    }

    /// <summary>The eight digits that a caller with a withheld number keyed in, to be called back on.</summary>
    public NumberAnswer CallbackNumber(string? keyed) =>
        keyed is { Length: 8 } && keyed.All(char.IsAsciiDigit)
            ? DutyNumber(keyed)
            : NumberAnswer.Refuse(NumberRefusal.WrongLength, "A number to call back has eight digits.");

    /// <summary>Whether this number may be rung by us; asked again at dial time, after the configuration may have changed.</summary>
    public bool MayRing(PhoneNumber number) => WhyNot(number.E164) is null;

    /// <summary>
    /// The text without the marks people write between digits; 0047 and eight bare digits become +47.
    /// A leading zero stays, because 02180 is a number of its own. Not checked: what is left may be anything.
    /// </summary>
    public static string Normalise(string? text)
    {
        var bare = string.Concat((text ?? "").Where(mark => !char.IsWhiteSpace(mark) && !"-.()\u2010\u2011\u2013".Contains(mark)));
        return bare switch
        {
            ['0', '0', '4', '7', .. var national] => "+47" + national,
            ['0', '0', .. var abroad] => "+" + abroad,
            { Length: 8 } when bare.All(char.IsAsciiDigit) => "+47" + bare,
            _ => bare,
        };
    }

    private NumberRefusal? WhyNot(string number)
    {
        if (own.Contains(new PhoneNumber(number)))
            return NumberRefusal.OurOwn;

        var digits = number.StartsWith('+') ? number[1..] : number;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return NumberRefusal.WrongLength;

        return IsForeign(number) ? NumberRefusal.Foreign : WhyNotDigits(NationalPart(number));
    }

    private static bool IsForeign(string number) => number.StartsWith('+') && !number.StartsWith("+47", StringComparison.Ordinal);

    private static string NationalPart(string number) => number.StartsWith("+47", StringComparison.Ordinal) ? number[3..] : number;

    // The order matters: a short number is told by its length, a long one by its first digits.
    private NumberRefusal? WhyNotDigits(string digits) =>
        digits switch
        {
            "110" or "112" or "113" or "1412" => NumberRefusal.Emergency,
            ['1', ..] when digits.Length is >= 3 and <= 6 => NumberRefusal.Special1xx,
            ['0', ..] when digits.Length == 5 => NumberRefusal.FiveDigit,
            ['5', '8', ..] when digits.Length is 8 or 12 => NumberRefusal.MachineToMachine,
            _ when digits.Length != 8 => NumberRefusal.WrongLength,
            ['0', ..] => NumberRefusal.FiveDigit,
            ['1', ..] => demoNumbers ? null : NumberRefusal.Special1xx,
            ['5', '9', ..] => NumberRefusal.MachineToMachine,
            ['8', '2', '0' or '9', ..] => NumberRefusal.Premium,
            ['8', ..] => NumberRefusal.Special8xx,
            _ => null,
        };

    private static string Complaint(NumberRefusal refusal, string number) =>
        refusal switch
        {
            NumberRefusal.Emergency => "is an emergency number: it is only ever told to a caller",
            NumberRefusal.Special1xx => "is a special number (1xx)",
            NumberRefusal.FiveDigit => "is a five-digit number or begins like one (02000–09999)",
            NumberRefusal.Premium => $"is a premium number ({NationalPart(number)[..3]})",
            NumberRefusal.Special8xx => $"is a special number ({NationalPart(number)[..3]})",
            NumberRefusal.MachineToMachine => $"is a machine's number ({NationalPart(number)[..2]})",
            NumberRefusal.Foreign => "is not Norwegian",
            NumberRefusal.OurOwn => "is one of this service's own numbers: the call would come back to us",
            _ => "does not have the eight digits of a Norwegian number",
        };

    private static string Quoted(string? text) => text is not null && text.Any(char.IsAsciiDigit) ? text : $"\"{text}\"";
}
