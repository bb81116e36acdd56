namespace CallRouting.Core.Menus;

/// <summary>One way out of a node.</summary>
/// <param name="Part">The node's word or key for it, as in the file.</param>
/// <param name="NeedsKey">Whether the caller must press something to go this way.</param>
/// <param name="Gains">What is known once it is taken.</param>
internal sealed record Lead(string Part, Exit Exit, bool NeedsKey, Known Gains = Known.Nothing)
{
    /// <summary>Where this detour returns to, when it begins one.</summary>
    public string? Then { get; init; }

    public bool IsKey => Part is [>= '0' and <= '9'] or "*" or "#";
}

/// <summary>What a prompt's variables can rely on. Only ever grows on a caller's way, until the flow is entered anew.</summary>
[Flags]
internal enum Known
{
    Nothing = 0,
    Postcode = 1,
    Digits = 2,
    Code = 4,
    NumberEnding = 8,
    EmergencyNumber = 16,
    District = 32,
}

internal static class Leads
{
    /// <summary>Every way out of a node; none from an end.</summary>
    public static IEnumerable<Lead> Of(Node node) =>
        node switch
        {
            Node.Enter enter => [new("found", enter.Found, true, Gained(enter.Reading)), .. OfAsking(enter)],
            Node.PickDistrict pick => [new("found", pick.Found, true), .. OfAsking(pick)],
            Node.Asking asking => OfAsking(asking),
            Node.Forward forward =>
            [
                new("answered", forward.Answered, false, Gained(forward.Answered)),
                new("no_answer", forward.NoAnswer, false, Gained(forward.NoAnswer)),
            ],
            Node.Tell tell => [new("to", tell.To, false, Gained(tell.To))],
            Node.If branch =>
            [
                new("yes", branch.Yes, false, Gained(branch.Question, true)),
                new("no", branch.No, false, Gained(branch.Question, false)),
            ],
            Node.Switch turned => [new("on", turned.On, false, Gained(turned.On)), new("off", turned.Off, false, Gained(turned.Off))],
            Node.First first => [new("first", first.Detour, false) { Then = first.Then }],
            _ => [],
        };

    private static IEnumerable<Lead> OfAsking(Node.Asking node) =>
        [
            .. node.Keys.Select(key => new Lead(key.Key, key.Value, true, Gained(key.Value))),
            new Lead("silence", node.Silence.Exit, false, Gained(node.Silence.Exit)),
        ];

    private static Known Gained(Exit exit) => exit.Do.Contains(Act.GiveCode) ? Known.Code : Known.Nothing;

    private static Known Gained(Reading reading) =>
        reading switch
        {
            Reading.Postcode => Known.Postcode | Known.Digits,
            Reading.PhoneNumber => Known.Digits,
            _ => Known.Code,
        };

    private static Known Gained(Question question, bool answer) =>
        (question, answer) switch
        {
            (Question.NumberWithheld, false) => Known.NumberEnding,
            (Question.HasEmergencyNumber, true) => Known.EmergencyNumber,
            (Question.CodeGiven, true) => Known.Code,
            _ => Known.Nothing,
        };
}

/// <summary>Every way out of a node as whoever keeps the flow sees it: the word or key in the file, and where it leads.</summary>
public static class NodeExits
{
    public static IEnumerable<(string Part, Exit Exit)> Of(Node node) =>
        [
            .. Leads.Of(node).Select(lead => (lead.Part, lead.Exit)),
            .. node is Node.First first ? [("then", new Exit(first.Then, []))] : Array.Empty<(string, Exit)>(),
        ];
}
