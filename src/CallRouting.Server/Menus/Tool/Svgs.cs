using System.Security;
using System.Text.Json;

namespace CallRouting.Server.Menus.Tool;

/// <summary>Texts as an SVG needs them.</summary>
internal static class Svgs
{
    private const int LineLength = 54;

    public static string Escape(string text) => SecurityElement.Escape(text);

    /// <summary>As the word stands in a flow file: WaitForAgent is wait_for_agent.</summary>
    public static string Words(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>A text in lines that fit a box; what is left out shows as …</summary>
    public static IReadOnlyList<string> Wrapped(string text, int most)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length + word.Length + 1 <= LineLength)
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            else
                lines.Add(word);
        }
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), lines[most - 1] + " …"];
    }
}
