using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters;

/// <summary>Layers in Norwegian, as spreadsheets and calendars name them (words.md).</summary>
internal static class RoleWords
{
    private static readonly string[] Words = ["primær", "bakvakt", "tredje", "fjerde", "femte"];

    public static string Allowed { get; } = string.Join(", ", Words);

    public static string Write(DutyRole role) => Words[(int)role];

    /// <summary>Also by the code's own word, whatever the case; null for what is no layer.</summary>
    public static DutyRole? Read(string text) =>
        Array.FindIndex(Words, word => Same(word, text)) is >= 0 and var place ? (DutyRole)place
        : Enum.GetNames<DutyRole>().FirstOrDefault(name => Same(name, text)) is { } name ? Enum.Parse<DutyRole>(name)
        : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
