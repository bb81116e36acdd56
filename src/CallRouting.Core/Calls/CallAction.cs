namespace CallRouting.Core.Calls;

/// <summary>What is to be done about a call. Data, as a transfer's actions are.</summary>
public abstract record CallAction;

public sealed record DialAgent : CallAction;

public sealed record EndAgentLeg : CallAction;

/// <summary>The agent's leg asks again what it should hear.</summary>
public sealed record TellAgentLeg : CallAction;

/// <summary>The caller's leg asks again what it should hear.</summary>
public sealed record TellCallerLeg : CallAction;

/// <summary>The flow goes on from one of its entries.</summary>
public sealed record GoToMenu(string Entry) : CallAction;

/// <summary>Ring a caller who kept the place and hung up.</summary>
public sealed record DialCallerBack : CallAction;

public sealed record EndCallerLeg : CallAction;

/// <summary>An agent is out of this call.</summary>
public sealed record FreeAgent(string AgentId, Freed How) : CallAction;

/// <summary>How an agent came out of a call.</summary>
public enum Freed
{
    /// <summary>Had the caller, or was in the room for them.</summary>
    Finished,

    /// <summary>Was rung and did not take the call.</summary>
    Missed,

    /// <summary>Was rung, and the caller left before it could be taken.</summary>
    Spared,
}
