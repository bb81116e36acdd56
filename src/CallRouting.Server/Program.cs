await CallRouting.Server.ServerHost.Build(args).RunAsync();
