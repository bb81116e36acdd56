using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>Something in a flow or its prompts that would leave a caller without an answer, and what to do about it.</summary>
public sealed record FlowFault(Spot At, string Message);

/// <summary>Where in the content; whoever read the files knows the line.</summary>
public abstract record Spot
{
    private Spot() { }

    public sealed record Whole : Spot;

    public sealed record Entry(string Name) : Spot;

    public sealed record Number(string Name) : Spot;

    /// <param name="Part">A key, or a word of the node such as silence or say; null: the node itself.</param>
    public sealed record InNode(string Node, string? Part = null) : Spot;

    public sealed record InPrompt(Language Language, string Prompt) : Spot;

    /// <param name="Word">Its name in the file.</param>
    public sealed record InWords(Language Language, string Word) : Spot;

    public sealed record InPrompts(Language Language) : Spot;
}
