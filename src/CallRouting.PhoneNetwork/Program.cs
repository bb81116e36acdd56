await CallRouting.PhoneNetwork.PhoneNetworkHost.Build(args).RunAsync();
