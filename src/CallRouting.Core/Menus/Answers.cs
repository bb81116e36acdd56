using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>What pressed keys mean.</summary>
internal abstract record Answer
{
    private Answer() { }

    /// <summary>An exit, with what was entered kept in the visit.</summary>
    public sealed record Chosen(Exit Exit, MenuVisit Visit) : Answer;

    /// <summary>Say it again.</summary>
    public sealed record Again : Answer;

    /// <summary>The next page of a list: nobody has heard theirs yet.</summary>
    public sealed record NextPage : Answer;

    /// <summary>Silence.</summary>
    public sealed record None : Answer;

    public sealed record NotUnderstood : Answer;
}

/// <summary>Understands keys at a node, and says which keys it listens for.</summary>
internal static class Answers
{
    private const string RepeatKey = "9";
    private const string RepeatMark = "*";

    // finishOnKey is always empty: # may mean "I do not know", and a lone finishing key would count as silence (contract §2.4).
    public static Expecting Expected(Node.Asking node, MenuVisit visit, MenuFacts facts) =>
        new(
            node switch
            {
                Node.Enter enter => LengthOf(enter.Reading),
                Node.PickDistrict => DistrictPages.Of(visit, facts).KeyLength,
                _ => 1,
            },
            FinishOnKey: "",
            node.WaitSeconds
        );

    public static Answer Of(Node.Asking node, string keys, MenuVisit visit, MenuFacts facts) =>
        node switch
        {
            Node.PickDistrict pick => District(pick, keys, visit, facts),
            _ when keys.Length == 0 => new Answer.None(),
            Node.Enter enter => Entered(enter, keys, visit, facts),
            _ => Pressed(node, keys, visit),
        };

    private static Answer Pressed(Node.Asking node, string key, MenuVisit visit) =>
        node.Keys.TryGetValue(key, out var exit) ? new Answer.Chosen(exit, visit)
        : key is RepeatKey or RepeatMark ? new Answer.Again()
        : new Answer.NotUnderstood();

    private static Answer Entered(Node.Enter node, string keys, MenuVisit visit, MenuFacts facts) =>
        // A * or # after some digits means the same as alone: the caller gives up what they began.
        keys.FirstOrDefault(key => key is '*' or '#')
            is var mark
                and not '\0'
            ? Pressed(node, mark.ToString(), visit)
        : Read(node.Reading, keys, visit, facts) is { } entered ? new Answer.Chosen(node.Found, entered)
        : new Answer.NotUnderstood();

    private static MenuVisit? Read(Reading reading, string digits, MenuVisit visit, MenuFacts facts) =>
        reading switch
        {
            Reading.Postcode when facts.Places.AtPostcode(digits, facts.Now.OsloDate()) is not null => visit with
            {
                PendingDigits = digits,
            },
            Reading.PhoneNumber when facts.Plan.CallbackNumber(digits).IsAllowed => visit with { PendingDigits = digits },
            Reading.Code when digits.Length == LengthOf(reading) && facts.OpenCallbackByCode(digits) is { } callback => visit with
            {
                Code = digits,
                CallbackId = callback.Id,
                Office = callback.Office,
                AreaCode = callback.AreaCode,
                Urgency = callback.Urgency,
            },
            _ => null,
        };

    private static Answer District(Node.PickDistrict node, string keys, MenuVisit visit, MenuFacts facts)
    {
        var pages = DistrictPages.Of(visit, facts);
        return keys switch
        {
            "" when visit.Page + 1 < pages.Count => new Answer.NextPage(),
            "" => new Answer.Chosen(node.Silence.Exit, visit),
            _ when keys.Contains(RepeatMark, StringComparison.Ordinal) => new Answer.Again(),
            _ when pages.Numbered(keys) is { } district => new Answer.Chosen(node.Found, In(district, visit, facts)),
            _ => new Answer.NotUnderstood(),
        };
    }

    private static MenuVisit In(District district, MenuVisit visit, MenuFacts facts) =>
        visit with
        {
            AreaCode = district.AreaCode,
            Office = facts.Places.OfficeOf(district.AreaCode, facts.Now.OsloDate())?.Unit,
        };

    private static int LengthOf(Reading reading) =>
        reading switch
        {
            Reading.Postcode => 4,
            Reading.Code => 5,
            _ => 8,
        };
}
