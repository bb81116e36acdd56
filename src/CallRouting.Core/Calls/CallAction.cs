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
