"""The judge as a service over HTTP: routes, the desk behind them, and the workers."""
