namespace CallRouting.Core.Messages;

/// <summary>What eleven, eight or other many digits look like. Source: Skatteetaten (fødselsnummer), Finans Norge (kontonummer), Nkom (numbers).</summary>
internal static class NumberShapes
{
    private const int ElevenDigits = 11;

    /// <summary>Digits of the longest telephone number (E.164) with 00 before it.</summary>
    public const int Longest = 17;

    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    private static readonly int[] DaysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static Suspect? Of(string digits, bool hasPlus) =>
        !hasPlus && IsIdentity(digits) ? Suspect.IdentityNumber
        : !hasPlus && IsAccount(digits) ? Suspect.AccountNumber
        : IsTelephone(digits, hasPlus) ? Suspect.TelephoneNumber
        : null;

    private static bool IsIdentity(string digits) =>
        digits.Length == ElevenDigits
        && (digits[0] is '8' or '9' || IsDay(Two(digits, 0), Two(digits, 2)))
        && Fits(digits[..10], First)
        && Fits(digits, Second);

    // Forty more in the day is a D-number; in the month an H-number; eighty, or with forty, a made-up person of a test register. What
    // begins with 8 or 9 is a joint emergency number of the health services, without a day.
    private static bool IsDay(int day, int month)
    {
        var (realDay, realMonth) = (day % 40, month % 20);
        return realMonth is >= 1 and <= 12 && month / 20 is 0 or 2 or 3 or 4 && realDay >= 1 && realDay <= DaysOfMonth[realMonth - 1];
    }

    // Not all noughts, which fit everywhere.
    private static bool IsAccount(string digits) =>
        digits.Length == ElevenDigits && digits.AsSpan().ContainsAnyExcept('0') && Fits(digits, Second);

    private static bool IsTelephone(string digits, bool hasPlus) =>
        hasPlus ? digits.Length is >= 8 and <= 15
        : digits.StartsWith("00", StringComparison.Ordinal) ? digits.Length is >= 10 and <= Longest && digits[2] != '0'
        : digits.Length == 10 && digits.StartsWith("47", StringComparison.Ordinal) ? digits[2] is >= '2' and <= '9'
        : digits.Length == 8 && digits[0] is >= '2' and <= '9';

    private static bool Fits(string digits, int[] weights) =>
        digits.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11 == 0;

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
