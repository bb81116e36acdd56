namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Reads a Conference noun (contract §2.8).</summary>
internal static class RoomReader
{
    /// <summary>What a room can report, by the words of <c>statusCallbackEvent</c>.</summary>
    public static readonly IReadOnlySet<string> Events = new HashSet<string>
    {
        "start",
        "end",
        "join",
        "leave",
        "mute",
        "hold",
        "modify",
        "speaker",
        "announcement",
    };

    public static Room Read(Element noun)
    {
        var label = noun.Attribute("participantLabel");
        if (LabelObjection(label) is { } objection)
            throw noun.Fault(16023, objection);
        var room = new Room(
            noun.Text.Length is > 0 and <= 128 ? noun.Text : throw noun.Fault(13237, "a room needs a name of 1 to 128 characters."),
            label,
            noun.Flag("muted", 13230, false),
            noun.Flag("startConferenceOnEnter", 13232, true),
            noun.Flag("endConferenceOnExit", 13231, false),
            ReadBeep(noun),
            noun.Attribute("waitUrl"),
            noun.Method("waitMethod", 13234),
            noun.Attribute("statusCallback"),
            noun.Method("statusCallbackMethod", 12200),
            ReadEvents(noun)
        );
        noun.RefuseTheRest();
        return room;
    }

    /// <summary>Why a participant may not be called this; null when it may.</summary>
    public static string? LabelObjection(string? label) =>
        label switch
        {
            null => null,
            { Length: 0 or > 128 } => "a participant's label has 1 to 128 characters.",
            _ when label.Contains('/', StringComparison.Ordinal) => $"the label \"{label}\" contains a slash.",
            { Length: 34 } when label.StartsWith("CA", StringComparison.Ordinal) => $"the label \"{label}\" looks like a call's SID.",
            _ => null,
        };

    private static Beep ReadBeep(Element noun) =>
        noun.Attribute("beep") is not { } text
            ? Beep.Always
            : Beep.Of(text) ?? noun.Refuse(13235, "beep", text, "true, false, onEnter or onExit", Beep.Always);

    private static HashSet<string> ReadEvents(Element noun)
    {
        var words = (noun.Attribute("statusCallbackEvent") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        foreach (var word in words.Where(word => !Events.Contains(word)))
            noun.Refuse(12200, "statusCallbackEvent", word, string.Join(", ", Events), "the others");
        return words;
    }
}
