using System.Globalization;
using CallRouting.Core.Calls;

namespace CallRouting.Core.Reports;

public enum SliceKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>By what was urgent; the value is yes or no.</summary>
    Urgent,

    /// <summary>By the language that the caller chose; the value is its code.</summary>
    Language,

    /// <summary>By the Norwegian hour in which it began; the value is 0 to 23.</summary>
    Hour,

    /// <summary>By how the caller came; the value is a <see cref="Way"/>.</summary>
    Way,

    /// <summary>By whom the line is for; the value is the group's name.</summary>
    Group,
}

/// <summary>A part of what was counted, by one property of it.</summary>
public sealed record Slice
{
    private Slice(SliceKind kind, string value) => (Kind, Value) = (kind, value);

    public static Slice All { get; } = new(SliceKind.All, "");

    public SliceKind Kind { get; }

    public string Value { get; }

    public static Slice Urgent(bool urgent) => new(SliceKind.Urgent, urgent ? "yes" : "no");

    public static Slice Of(Language language) => new(SliceKind.Language, language.Code());

    /// <param name="hour">0 to 23.</param>
    public static Slice Hour(int hour) => new(SliceKind.Hour, hour.ToString(CultureInfo.InvariantCulture));

    public static Slice Of(Way way) => new(SliceKind.Way, way.ToString());

    public static Slice Group(string targetGroup) => new(SliceKind.Group, targetGroup);

    /// <summary>As <see cref="ToString"/> writes it: all, urgent:yes, language:nn, hour:9, way:Menu, group:… Null for anything else.</summary>
    public static Slice? Read(string text) =>
        text.Split(':', 2) switch
        {
            ["all"] => All,
            ["urgent", "yes" or "no"] => Urgent(text.EndsWith("yes", StringComparison.Ordinal)),
            ["language", var code] when Languages.OfCode(code) is { } language => Of(language),
            ["hour", var hour] when int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 24 =>
                Hour(number),
            ["way", var way] when Enum.TryParse<Way>(way, ignoreCase: true, out var known) && Enum.IsDefined(known) => Of(known),
            ["group", { Length: > 0 } group] => Group(group),
            _ => null,
        };

    public bool Covers(CountedTransfer one) =>
        Kind switch
        {
            SliceKind.All => true,
            SliceKind.Urgent => one.Urgent == (Value == "yes"),
            SliceKind.Language => one.Language == Value,
            SliceKind.Hour => one.HalfHour / 2 == int.Parse(Value, CultureInfo.InvariantCulture),
            SliceKind.Way => one.Way.ToString() == Value,
            _ => one.TargetGroup == Value,
        };

    /// <summary>Of a call-back only urgency and language are known.</summary>
    public bool Covers(CountedCallback one) =>
        Kind switch
        {
            SliceKind.All => true,
            SliceKind.Urgent => one.Urgent == (Value == "yes"),
            SliceKind.Language => one.Language == Value,
            _ => false,
        };

    public bool Covers(CountedCall one) =>
        Kind switch
        {
            SliceKind.All => true,
            SliceKind.Urgent => one.Urgent == (Value == "yes"),
            SliceKind.Language => one.Language == Value,
            SliceKind.Hour => one.HalfHour / 2 == int.Parse(Value, CultureInfo.InvariantCulture),
            _ => false,
        };

    public override string ToString() => Kind == SliceKind.All ? "all" : $"{Kind.ToString().ToLowerInvariant()}:{Value}";
}
