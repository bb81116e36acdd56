using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>What is noted while a file is read: faults, and on which line each part of the content stands.</summary>
/// <param name="languages">Those that there are prompts in; nothing else may be spoken.</param>
internal sealed class FileNotes(string file, IReadOnlyList<Language> languages)
{
    private readonly List<FileFault> faults = [];
    private readonly Dictionary<Spot, int> lines = [];

    public IReadOnlyList<FileFault> Faults => faults;

    public IReadOnlyList<Language> Languages => languages;

    public string Codes => string.Join(", ", languages.Select(language => language.Code()));

    /// <summary>The language of a code, or null for one that nobody speaks here.</summary>
    public Language? Spoken(string? code) =>
        Core.Calls.Languages.OfCode(code) is { } language && languages.Contains(language) ? language : null;

    /// <summary>The file could not be read at all, so that nothing more can be said of it.</summary>
    public bool IsUnreadable { get; private set; }

    public void Fault(YamlValue at, string message) => Fault(at.Line, message);

    public void Unreadable(int line, string message)
    {
        IsUnreadable = true;
        Fault(line, message);
    }

    public void Fault(int line, string message) => faults.Add(new FileFault(file, line, message));

    /// <summary>Remembers where something stands; the first one counts when it is written twice.</summary>
    public void Stands(Spot spot, YamlValue at) => lines.TryAdd(spot, at.Line);

    public FileFault Located(FlowFault fault) => new(file, LineOf(fault.At), fault.Message);

    // A part that is not written has no line: then its node's, then the top of the file.
    private int LineOf(Spot spot) =>
        lines.TryGetValue(spot, out var line) ? line
        : spot is Spot.InNode { Part: not null } part ? LineOf(part with { Part = null })
        : 1;
}
